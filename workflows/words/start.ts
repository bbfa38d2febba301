// Words of the start page. Those of the brochure are word for word from the council's "Building harmonious relationships", which bears no date.
import { catalogue } from './catalogue.ts'

export const start = catalogue('start', {
  'brochure.why':
    'Inequality, bias and discrimination exists in all walks of life – in gender, race, age, class, disability, locality, religion and more. This stifles opportunities and takes a heavy toll on people’s wellbeing and happiness.',
  'brochure.consequences':
    'This has serious consequences. It creates generational poverty and deprivation, makes businesses less productive, and causes community tensions to rise as society becomes more fractured and divided. It’s important that we are aware of this and act to make a difference.',
  'fact.names':
    'Research has showed that people with Chinese, African, Indian or Pakistani-sounding names were 28% less likely to be invited to a job interview than people with English-sounding names, despite having identical qualifications',
  'fact.pay':
    '78% of UK companies have a gender pay gap that favours men, with far fewer women in senior positions',
  'fact.disability':
    '67% of the British public feel uncomfortable around disabled people, and over a third think disabled people are less productive. Unsurprisingly, 38% of disabled people have faced challenges around work and employment due to other people’s attitudes',
  'fact.lgbt':
    'Almost one in five LGBT staff have been the target of negative comments or conduct in the workplace last year because they’re LGBT',
  'fact.schools': '20 children are excluded from school every day for the racist abuse of their peers',
  'fact.life':
    'On average a boy born in one of the most affluent areas will outlive a boy born in one of the poorest by 8.4 years',
  'fact.management':
    'One in eight of the working age population are from a BME background, yet only one in 16 top management positions are held by a minority ethnic person',
  'benefit.recognition':
    'External recognition of commitment, action and progress towards culturally and socially inclusive relationships and practice.',
  'benefit.wellbeing':
    'Increased wellbeing and productivity by improving the day-to-day interactions that you and those around you are involved in.',
  title: 'Make your mark',
  heading: 'Cultural Cohesion Quality Mark',
  lead: 'An award for organisations, groups and individuals who become more culturally responsive, and so help to build harmonious relationships.',
  register: 'Register your interest',
  registeredLink: 'Sign in with a code by email',
  registered: 'Registered already? {link}. There is no password.',
  questions: 'Read all questions before you register',
  library: 'Look into the library: something to watch, read and talk about',
  what: 'What it is',
  recognises: 'The mark recognises and supports those who want to:',
  openTo:
    'It is open to everyone: schools, businesses, public services, voluntary and religious organisations, community groups, neighbourhoods acting together, and individuals. You need not be in Leeds.',
  why: 'Why it is needed',
  facts: 'Did you know?',
  undated: 'These words and figures are from the undated CCQM brochure. They may have changed since.',
  gain: 'What you gain',
  how: 'How it works',
  journey: 'The journey has {phases} phases and {steps} steps. You take them in your own time.',
  levels:
    'At the end of a phase the Cultural Cohesion Quality Mark team looks at it with you. After the last step you ask for validation. Each successful round earns the next level: {levels}.',
  sectors: 'The sectors',
  sectorsText: 'We would like to see organisations from each of these:',
  talk: 'Talk to us',
  talkText: 'You can register here, or telephone or write to us and we do it with you.',
  email: 'Email',
  telephone: 'Telephone',
  social: 'Social media',
})
