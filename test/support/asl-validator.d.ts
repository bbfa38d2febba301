// asl-validator comes without types: the part of it that is used here. It changes what it is given.
declare module 'asl-validator' {
  export default function validate(definition: object): {
    isValid: boolean
    errorsText: (separator: string) => string
  }
}
