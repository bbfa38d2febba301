// A start that cannot go on, said in one plain line that tells what to do about it.
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
