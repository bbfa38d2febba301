// The words of Step 2, Raising Awareness: its sections, questions, hints and options.

export const raisingAwareness = {
  'section.activities': 'What you did',
  'field.activity': 'What you did so that everybody knows',
  'field.activity.hint': 'Add each thing that you did: an assembly, a team meeting, a newsletter, a poster.',
  'field.activity.missing': 'Add at least one thing that you did',
  'field.activity.one': 'One thing that you did',
  'field.activityOn': 'When was it?',
  'field.activityOn.missing': 'Enter when it was',
  'field.activityWhat': 'What did you do?',
  'field.activityWhat.missing': 'Enter what you did',
  'field.activityAudience': 'Whom was it for?',
  'field.activityAudience.hint': 'Select all that apply.',
  'field.activityAudience.staff': 'Staff and volunteers',
  'field.activityAudience.governors': 'Governors or trustees',
  'field.activityAudience.pupils-or-members': 'Pupils or members',
  'field.activityAudience.service-users': 'Customers and people who use your services',
  'field.activityAudience.public': 'The public',
  'field.activityReached': 'How many people did it reach?',
  'field.activityReached.hint': 'A good guess is fine.',
  'field.activityChannel': 'How did you reach them?',
  'field.activityChannel.hint': 'For example, a briefing, an email or the school newsletter.',
  'field.activityLink': 'Is there a page that shows it?',
  'field.activityFiles': 'Do you have photos or documents that show it?',
  'field.activityFiles.hint':
    'JPG, PNG, PDF or Word (DOCX). Make sure that the people in them agree to be seen.',
  'section.appraisal': 'In your everyday work',
  'field.inAppraisal': 'Do you talk about the mark in appraisals?',
  'field.inAppraisal.yes': 'Yes',
  'field.inAppraisal.planned': 'Not yet, but we plan to',
  'field.inAppraisal.no': 'No',
  'field.inInduction': 'Do people who are new hear about it?',
  'field.inInduction.yes': 'Yes',
  'field.inInduction.planned': 'Not yet, but we plan to',
  'field.inInduction.no': 'No',
  'section.awareness-declaration': 'Everybody knows',
  'field.awareOfAim': 'Does everybody know what you are going for?',
  'field.awareOfAim.hint':
    'If you apply as an individual, “everybody” is the people around you, and “we” is you.',
  'field.awareOfAim.missing':
    'Confirm that everybody knows what you are going for, or come back when they do',
  'field.awareOfAim.yes': 'Yes. Everybody knows that we are going for the mark, and what it is for.',
  'field.awareItIsPersonal': 'Does everybody know that it is about them too?',
  'field.awareItIsPersonal.missing':
    'Confirm that everybody knows that it is about them too, or come back when they do',
  'field.awareItIsPersonal.yes':
    'Yes. Everybody knows that it is a personal commitment as well as an organisational one.',
  'field.awareOfHow': 'Does everybody know what it covers?',
  'field.awareOfHow.missing': 'Confirm that everybody knows what it covers, or come back when they do',
  'field.awareOfHow.yes':
    'Yes. Everybody knows that it is about what we do, how we do it and who does it, our governance included.',
} as const
