// The words of the institution’s records, its settings and refund rules in English. Fetched with the first page that needs them.
import type { Shape } from '../shape.ts'
import type { institutionZhCN } from './zh-CN.ts'

export const institutionEn: Shape<typeof institutionZhCN> = {
  title: 'Records of the institution',
  students: 'Students',
  theirs: 'Enrolments',
  show: 'Show',
  theirsOf: 'Show the enrolments of {{name}}',
  enrolment: 'Enter an enrolment',
  campuses: 'Campuses',
  settings: 'Deadlines and settings',
  add: { student: 'Enter a student', enrolment: 'Enter the enrolment', campus: 'Add a campus' },
  entered: 'Entered',
  find: 'Name or student number',
  none: 'No student found',
  noStudent: 'No students yet',
  noStudentHint: 'Enter a student first, then what they are enrolled in and have paid under “Enter an enrolment”.',
  noCampus: 'No campus yet',
  noCampusHint: 'Add the first campus below; students and enrolments can be entered after that.',
  campusFirst: 'Students and enrolments belong to a campus: ask the administrator to add one first.',
  number: 'Number',
  id: 'Id',
  lead: {
    students: 'Find a student and what they are enrolled in, or enter a new one. Cases take students, campuses and amounts from here.',
    enrolment:
      'Enter each contract once: course, lessons, price and payment. Refunds and arrears are worked out from it, so enter what the contract says.',
    campuses:
      'One campus for each place of teaching. The id is for imports and other programs: lower-case letters, digits and hyphens; it cannot be changed later. A school without a name in English may repeat the other one.',
    settings:
      'How long each step of a procedure may take, and when and how often it is reminded of. Changes hold for cases opened from now on; open cases keep the settings they began with.',
    refunds:
      'Refunds are worked out line by line, each with its reason. Rules come in versions; a case keeps the version of the day it was opened. To change a rule, a new version is published.',
  },
  countedFrom: 'Counted from entering the step.',
  feltIn: 'Holds in {{procedures}}: steps and clauses',
  settingsVersion: 'Version {{version}} is in force',
  refunds: {
    title: 'Refund rules',
    version: 'Refund rules {{version}}',
    holdsFrom: 'In force from',
    coolingOff: 'Cooling-off, from the payment',
    startGrace: 'Full refund after the start',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    most: 'Lessons taken never cost more than the whole contract',
    rounding: 'Rounding',
    scenario: 'Case',
    basis: 'How it is worked out',
    source: 'What it rests on',
    materials: 'Materials deducted',
  },
}
