// Words of the guide to safe discussion.
import { catalogue } from './catalogue.ts'

export const safeDiscussion = catalogue('safe-discussion', {
  title: 'A guide to safe discussion',
  lead: 'Talking about unfairness can hurt, and it can bring people closer. These points help the second to happen.',
  before: 'Before you meet',
  before1:
    'Say what it is about, so that people can choose to come. Nobody has to take part, and nobody has to say why not.',
  before2:
    'Keep the group small: five to ten people. Mix them with care, so that nobody has to speak for everybody like them.',
  before3:
    'Choose somebody to lead it who can listen. In a school, make sure that an adult whom pupils trust is there.',
  before4:
    'Know where people can turn to afterwards: your safeguarding lead, human resources, or a helpline.',
  begin: 'Agree this at the beginning',
  begin1: 'What is said here stays here. What we learned may leave the room.',
  begin2: 'There is one exception: if somebody is in danger, we have to tell who can help. We say so first.',
  begin3: 'Speak for yourself: “I have seen”, not “people like you”.',
  begin4: 'Let others finish. You may pass, and you may leave the room.',
  begin5:
    'You can say the wrong thing here, and you can be told so, kindly. What counts is what it did, not what you meant.',
  during: 'While you talk',
  during1: 'Begin with something to watch or read, not with somebody’s own story. Nobody owes you theirs.',
  during2: 'When it gets hot, slow down: a minute of silence, or each writes a line.',
  during3: 'If somebody is hurt, look after them first. The topic can wait.',
  during4: 'If something unlawful or hateful is said, name it and stop it.',
  after: 'Afterwards',
  after1: 'Write down what you learned together and what you will change. Never write down who said what.',
  after2: 'Ask how people are the next day, above all those whom it concerned most.',
  after3: 'Do one thing that was talked about, soon. Talk that nothing follows makes people tired.',
})
