// What can be the matter with an answer.

export const problems = {
  'problem.missing': 'Answer this question',
  'problem.too-long': 'Your answer must be {limit} characters or fewer',
  'problem.too-many-words': 'Your answer must be {limit} words or fewer',
  'problem.not-an-option': 'Select one of the answers offered',
  'problem.not-a-number': 'Enter a whole number, like 40',
  'problem.too-small': 'Enter a number that is {limit} or more',
  'problem.too-large': 'Enter a number that is {limit} or fewer',
  'problem.not-an-email': 'Enter an email address in the correct format, like name@example.org',
  'problem.not-a-telephone': 'Enter a telephone number, like 0113 496 0000 or +44 113 496 0000',
  'problem.not-a-url': 'Enter a web address in the correct format, like https://www.example.org',
  'problem.not-a-postcode': 'Enter a full UK postcode, like LS1 1UR',
  'problem.not-a-date': 'Enter a real date with day, month and year, like 31 1 2027',
  'problem.in-the-future': 'The date must be today or in the past',
  'problem.too-many-entries': 'You can add {limit} at most. Remove one first',
  'problem.too-many-files': 'You can add {limit} files at most. Take one away first',
  'problem.being-checked':
    'A file has not arrived or is still being checked. Look again in a minute, or take it away',
  'problem.unreadable':
    'Your answer has a character that we cannot store. Type it again instead of pasting it',
  'problem.not-one-line': 'Your answer must be on one line',
  'problem.given-twice': 'Give one answer',
  'problem.not-asked':
    'We saved nothing, because something came that we did not ask for. Check your answers and send them again',
  'problem.answered-and-not': 'Either answer the question or say why it does not apply to you, not both',
  'problem.reason-too-long': 'The reason must be {limit} characters or fewer',
} as const
