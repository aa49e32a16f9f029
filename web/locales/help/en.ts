// The words of the help page in English. Fetched with the first page that needs them.
import type { Shape } from '../shape.ts'
import type { helpZhCN } from './zh-CN.ts'

export const helpEn: Shape<typeof helpZhCN> = {
  title: 'Help',
  lead: 'Where to begin, how to work, whom to ask, where the data is.',
  begin: 'Where to begin',
  beginText:
    'The worklist shows the cases whose turn it is to come to you. Open one: it says what can be done now, and why something cannot yet. Deadlines and clauses of every step stand in the handbook.',
  keysTitle: 'By keyboard',
  keys: {
    tab: 'to the next thing to use, with Shift to the one before; the first one leads to the content',
    enter: 'follows a link or presses a button; in a chart it tells about the chosen step',
    escape: 'closes a dialog, a drawer or the tour',
    arrows: 'move among options, tabs and within a chart',
    wheel: 'held while the wheel turns: the chart comes nearer or goes farther',
    list: 'shows the shortcuts of the worklist and other places',
  },
  print: 'Every page can be printed: without navigation and buttons, and in ink on white even where the dark theme is on.',
  contact: 'Whom to ask',
  administrators: 'Accounts, rights and settings are the administrator’s: {{names}}.',
  data: 'Where the data is',
  dataLine: {
    server: 'All of it is on the institution’s own server and goes nowhere else. The administrator sees to backups.',
    personal:
      'Names, contacts and other personal words are kept apart from the course of a case: they can be erased by law, and the case can still be verified.',
    history:
      'Every step is recorded in a history that nobody can change quietly; what was wrong is corrected, and the correction is on record.',
    browser:
      'This browser keeps preferences such as language and appearance, and the session; what is typed and not yet sent is nowhere else either.',
  },
}
