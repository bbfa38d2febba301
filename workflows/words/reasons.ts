// Why a question is asked, by the field: the last sentence of its hint.

export const reasons: Readonly<Record<string, string>> = {
  peopleInScope: 'We ask because the pledges are counted against it.',
}
