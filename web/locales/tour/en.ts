// The words of the tour in English. Fetched with the first page that needs them.
import type { Shape } from '../shape.ts'
import type { tourZhCN } from './zh-CN.ts'

export const tourEn: Shape<typeof tourZhCN> = {
  nth: '{{n}} of {{all}}',
  next: 'Next',
  back: 'Back',
  skip: 'Skip',
  end: 'Got it',
  stop: {
    worklist: {
      title: 'Worklist: what to do first today',
      text: 'Cases that wait for you or your department, overdue ones first. Open one, and “What now” says what can be done.',
    },
    open: {
      title: 'Open a case',
      text: 'When a student asks for something or something is noticed, begin here. The form asks only for what is needed.',
    },
    approvals: {
      title: 'Approvals: what waits for your decision',
      text: 'Each says what is decided, how much money it is about and what evidence there is, with like decisions from before.',
    },
    overview: {
      title: 'Overview',
      text: 'Where cases stand, how long they stay, and who has how much to do; every figure opens its cases.',
    },
    arrears: { title: 'Arrears list', text: 'Enrolments with something owed. Choose several students, and a case is opened for each.' },
    notices: {
      title: 'Notices',
      text: 'You are told here when a deadline comes near, a case comes to your department, or somebody mentions you.',
    },
    handbook: {
      title: 'Handbook',
      text: 'Steps, deadlines and clauses of every procedure, and who may do what; all of it can be searched.',
    },
    records: {
      title: 'Records',
      text: 'Campuses, students and enrolments, deadlines and settings. Beside each setting stands which steps it concerns.',
    },
    firstSteps: {
      title: 'Getting started',
      text: 'A new institution begins here: campuses, people, settings, students. A line above each page says what comes next until all is done.',
    },
    people: { title: 'People', text: 'Add them one by one or import a table; change roles, switch accounts off, set new passwords.' },
    replay: {
      title: 'Replay and verify',
      text: 'All cases are here. Open any and choose “Replay and verify”: it happens again step by step, and every record is checked.',
    },
    audit: {
      title: 'Audit',
      text: 'Search all histories by person, event, step and time; or draw some cases, look into them and keep what you find.',
    },
    menu: { title: 'Your menu', text: 'Change the appearance, find help, see this tour again, or sign out.' },
  },
}
