// What opens on the worklist and on a case.
import { expect, inject } from 'vitest'
import { withdrawal } from '../../machines/withdrawal.ts'
import { filled } from './desk.ts'
import { test } from './office.ts'
import { ofMenu, type Row, wholeWalk, wrongWithOpened } from './opened.ts'
import { bar, button, first, firstPart, instead, key, offered, question, tab, typed, within } from './opening.ts'
import { openedWithdrawal, proposedWithdrawal } from './prepared.ts'

const service = 'customer-service'
const onCase: Row[] = [
  ['a step of the chart', service, '/cases/$opened', first('.chart [role=button]')],
  ['the form of a step', service, '/cases/$opened', offered('retention.failed')],
  ['handing over', 'management', '/cases/$proposed', offered('step.handedOver')],
  ['copying in', service, '/cases/$opened', offered('case.copied')],
  ['attaching', service, '/cases/$opened', offered('attachment.added')],
  ['a correction', service, '/cases/$opened', button(({ t }) => filled(t.history.correctThis, { n: 1 }))],
  ['why a date', service, '/cases/$opened', firstPart('.due-why', '.reasons')],
  ['what else', service, '/cases/$opened', button(({ t }) => t.case.more)],
  [
    'voiding',
    service,
    '/cases/$opened',
    instead(
      button(({ t }) => t.case.more),
      button(({ words }) => words(withdrawal.events['case.voided']!.label)),
      '#what-now',
    ),
  ],
  ['whom to call', service, '/cases/$opened', typed(({ t }) => t.comments.write, '@'), 'desktop'],
  [
    'leaving drafts',
    service,
    '/cases/$opened',
    instead(
      ofMenu(service),
      button(({ t }) => t.nav.signOut),
    ),
    // Where something was begun: whom to call.
    'desktop',
  ],
  ['recalling', 'finance', '/cases/$proposed', offered('proposal.recalled')],
]
const onWorklist: Row[] = [
  ['the command palette', service, '/', key('Control+k')],
  ['the command palette', service, '/', button(({ t }) => new RegExp(t.commands.title))],
  ['the keys', service, '/', key('?')],
  ['the user menu', service, '/', ofMenu(service)],
  [
    'the tour',
    service,
    '/',
    instead(
      ofMenu(service),
      button(({ t }) => t.nav.tour),
    ),
  ],
  ['the pages', service, '/', button(({ t }) => t.nav.menu), 'phone'],
  ['the filters', service, '/', button(({ t }) => new RegExp(`^${t.worklist.filter}`)), 'phone'],
  ['saved views', service, '/', button(({ t }) => t.views.title)],
  [
    'renaming a view',
    service,
    '/',
    within(
      button(({ t }) => t.views.title),
      question(({ t }) => filled(t.views.renameOne, { name: '我的' }), 'form.naming'),
    ),
  ],
  ['columns', service, '/', button(({ t }) => t.worklist.look), 'desktop'],
  ['all cases', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.all))],
  ['closed cases', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.closed))],
  ['cases of the department', service, '/', tab(({ t }) => new RegExp(t.worklist.tab.department))],
  [
    'handing over several',
    service,
    '/',
    within(
      bar('j', 'x'),
      button(({ t }) => t.worklist.bulk.handOver),
    ),
    'desktop',
  ],
]

test('whatever opens on the desk is open to everybody, and closes with Escape', { timeout: wholeWalk }, async ({ office }) => {
  const customerService = await office.as(service)
  const [opened, proposed] = [await openedWithdrawal(office, 'student-03'), await proposedWithdrawal(office, 'student-05')]
  await customerService.act(opened.id, 'comment.added', { comment: '@钱敏 请看看', mentions: [inject('template').ids.finance!] })
  await customerService.post('/api/views', { name: '我的', search: 'tab=all', columns: ['due'] })
  expect(await wrongWithOpened(office, [...onWorklist, ...onCase], { $opened: opened.id, $proposed: proposed.id })).toEqual([])
})
