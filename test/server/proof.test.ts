// Whoever changes the past in the database file is found out, by the service and by the offline verifier.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { driverError } from '../../db/unavailable.ts'
import { administer } from '../../server/bench/postgres.ts'
import { sha256 } from '../../server/files.ts'
import { checkPack, checkStore } from '../../server/verifier.ts'
import { freshInstitution, type Institution } from './app.ts'
import { digestOf, unsound } from './independent.ts'
import { inSql, scratch } from './store.ts'

const verifyScript = fileURLToPath(new URL('../../server/verify.ts', import.meta.url))
const verify = (file: string) =>
  new Promise<{ code: number; text: string }>((resolve) =>
    execFile(process.execPath, [verifyScript, file], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }),
    ),
  )

/** A withdrawal that finance has reviewed, with words in several of its events. */
async function reviewed(): Promise<{ house: Institution; id: string }> {
  const house = await freshInstitution()
  const { id } = await house.as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'], reason: '搬家' })
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'retention.failed'])
    await house.as('customer-service').advance(id, type)
  await house.as('finance').advance(id, 'payments.reviewed')
  await house.as('finance').act(id, 'comment.added', { comment: '已核对' })
  return { house, id }
}

/** Around the triggers, as somebody with the file can. */
async function tamper({ where, house }: Institution, statements: string) {
  if (house.db.engine === 'postgres') return administer(where, `alter table events disable trigger all; ${statements}`)
  const raw = new Database(where)
  for (const name of ['update', 'delete', 'replace']) raw.exec(`drop trigger events_refuse_${name}`)
  raw.exec(statements)
  raw.close()
}

/** What the database says to a statement it does not take. */
const refusalOf = async (statement: () => PromiseLike<unknown>): Promise<string> => {
  try {
    await statement()
    return ''
  } catch (error) {
    return String((driverError(error) as Error).message)
  }
}

const judged = async ({ as }: Institution, id: string) => {
  const { body } = await as('auditor').get(`/api/cases/${id}/verification`)
  return { intact: body.intact, at: body.problems.map((p: { sequence: number; code: string }) => `${p.sequence} ${p.code}`) }
}

describe('what nobody touched', () => {
  it('is intact, to the service, to the verifier and to a second implementation of the formats', async () => {
    const { house, id } = await reviewed()
    expect(await judged(house, id)).toEqual({ intact: true, at: [] })
    expect((await checkStore(house.where)).findings).toEqual([])
    const { text, body } = await house.as('auditor').get(`/api/cases/${id}/pack`)
    expect(checkPack(text).findings).toEqual([])
    expect(unsound(body)).toEqual([])
    const file = join(scratch(), 'pack.json')
    writeFileSync(file, text)
    expect((await verify(file)).code).toBe(0)
    const whole = await verify(house.where)
    expect([whole.code, whole.text]).toEqual([0, expect.stringContaining('INTACT')])
  })

  it('is so in the pack of every reader, whatever words are kept from them', async () => {
    const { house, id } = await reviewed()
    const complaint = await house.as('front-desk').open('complaint', { student: 'student-01' })
    await house.as('customer-service').act(complaint.id, 'case.copied', { user: house.id('student-representative') })
    for (const [username, caseId] of [
      ['marketing', id],
      ['teaching', id],
      ['finance', id],
      ['student-representative', complaint.id],
      ['management', complaint.id],
    ] as const) {
      const { status, text } = await house.as(username).get(`/api/cases/${caseId}/pack`)
      if (status === 404) continue
      expect([username, checkPack(text).findings]).toEqual([username, []])
    }
  })

  it('pins every event to the description that is published', async () => {
    const { house, id } = await reviewed()
    const { definition, ...described } = (await house.as('auditor').get('/api/procedures/withdrawal@1')).body
    expect(digestOf(described)).toBe(definition)
    const { events } = (await house.as('auditor').get(`/api/cases/${id}/pack`)).body
    expect(new Set(events.map((event: { definition: string }) => event.definition))).toEqual(new Set([definition]))
  })

  it('cannot be changed through the service’s own connection', async () => {
    const { house, id } = await reviewed()
    const { q } = house.house.db
    const before = await q.select().from(schema.events)
    await expect(refusalOf(() => q.update(schema.events).set({ actor: 'nobody' }))).resolves.toContain('append-only')
    await expect(refusalOf(() => q.delete(schema.events))).resolves.toContain('append-only')
    if (house.house.db.engine === 'sqlite')
      await inSql(
        house.house.db,
        `insert or replace into events select case_id, sequence, procedure, definition, type, 'nobody', on_behalf_of, at, facts, personal_digest, state_digest, previous, hash from events where case_id = '${id}'`,
      )
    expect(await q.select().from(schema.events)).toEqual(before)
  })

  it('stays intact when a person’s words were erased, with a note of it', async () => {
    const { house, id } = await reviewed()
    await tamper(
      house,
      `update words set personal = null, salt = null, erased_at = '2026-04-01T00:00:00.000Z', erased_reason = 'PIPL 47' where case_id = '${id}' and sequence = 1`,
    )
    expect(await judged(house, id)).toEqual({ intact: true, at: [] })
    expect((await checkStore(house.where)).findings).toEqual([])
    const { text, body } = await house.as('auditor').get(`/api/cases/${id}/pack`)
    expect(checkPack(text).findings).toEqual([])
    expect(body.events[0]).toMatchObject({ personal: null, salt: null, erased: { reason: 'PIPL 47' } })
  })
})

describe('a file that was attached', () => {
  /** A withdrawal opened with one document. */
  async function withDocument() {
    const house = await freshInstitution()
    const frontDesk = house.as('front-desk')
    const file = await frontDesk.store()
    const { id } = await frontDesk.open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'], evidence: [file] })
    const { content } = (await house.house.db.q.select().from(schema.attachments))[0]!
    return { house, id, file, digest: sha256(content) }
  }

  it('is known to the chain by what it holds, beside the words, so that it can be erased with them', async () => {
    const { house, id, file, digest } = await withDocument()
    const { events } = (await house.as('auditor').get(`/api/cases/${id}/history`)).body
    expect(events[0].personal.attached).toEqual({ [file]: digest })
    expect(JSON.stringify(events[0].facts)).not.toContain(digest)
    expect(await judged(house, id)).toEqual({ intact: true, at: [] })
  })

  it('cannot be exchanged for another, its own digest beside it or not', async () => {
    const { house, id } = await withDocument()
    await house.house.db.q.update(schema.attachments).set({ content: Buffer.from('other'), sha256: 'other' })
    expect(await judged(house, id)).toEqual({ intact: false, at: ['1 file'] })
    expect((await checkStore(house.where)).findings).toMatchObject([{ caseId: id, sequence: 1 }])
  })
})

describe('a case that is taken out of the house as a pack', () => {
  it('leaves the name of whoever took it in the institution’s chain', async () => {
    const { house, id } = await reviewed()
    const { head } = await house.as('auditor').show(id)
    await house.as('auditor').get(`/api/cases/${id}/pack`)
    const exported = (await historyOf(house.house.db, 'institution')).at(-1)
    expect(exported).toMatchObject({ type: 'case.exported', actor: house.id('auditor'), facts: { case: id, head } })
    expect((await checkStore(house.where)).findings).toEqual([])
  })
})

/** What was done to the file, in SQL; `ID` is the case. And what is found, by sequence. */
const forgeries: [string, string, string[]][] = [
  [
    'a changed fact',
    `update events set facts = replace(facts, '"wishedDate":"2026', '"wishedDate":"2027') where case_id = 'ID' and sequence = 1`,
    ['1 hash'],
  ],
  ['another actor', `update events set actor = 'nobody' where case_id = 'ID' and sequence = 3`, ['3 hash']],
  ['a later time', `update events set at = '2026-03-09T02:00:00.001Z' where case_id = 'ID' and sequence = 2`, ['2 hash', '3 at']],
  ['a dropped event', `delete from events where case_id = 'ID' and sequence = 3`, ['3 sequence', '3 previous']],
  ['a dropped newest event', `delete from events where case_id = 'ID' and sequence = 7`, ['7 head']],
  ['a dropped first event', `delete from events where case_id = 'ID' and sequence = 1`, ['1 sequence', '1 previous']],
  [
    'a re-ordered chain',
    `update events set sequence = 90 where case_id = 'ID' and sequence = 2; update events set sequence = 2 where case_id = 'ID' and sequence = 3; update events set sequence = 3 where case_id = 'ID' and sequence = 90`,
    ['2 hash', '3 hash'],
  ],
  ['a changed word', `update words set personal = replace(personal, '搬家', '不满意') where case_id = 'ID' and sequence = 1`, ['1 words']],
  ['another salt', `update words set salt = '00000000000000000000000000000000' where case_id = 'ID' and sequence = 1`, ['1 words']],
  ['words that are gone without a note', `delete from words where case_id = 'ID' and sequence = 1`, ['1 wordsMissing']],
  [
    'words where there were none',
    `insert into words (case_id, sequence, personal, salt) values ('ID', 2, '{"remark":"无"}', '00000000000000000000000000000000')`,
    ['2 words'],
  ],
  ['another state than the history leads to', `update cases set context = replace(context, '2026', '2027') where id = 'ID'`, ['7 head']],
  ['a case put back a step', `update cases set value = '"financeReview"' where id = 'ID'`, ['7 head']],
]

describe('the service and the verifier both find', () => {
  it.each(forgeries)('%s', async (_, statements, expected) => {
    const { house, id } = await reviewed()
    await tamper(house, statements.replaceAll('ID', id))
    const { intact, at } = await judged(house, id)
    expect(intact).toBe(false)
    expect(at).toEqual(expect.arrayContaining(expected))
    expect(new Set((await checkStore(house.where)).findings.map(({ caseId }) => caseId))).toEqual(new Set([id]))
  })
})

/** Rows beside the history, and a statement that makes each say something else. */
const besideHistory = {
  'cases.number': "update cases set number = 'TX-2025-000001' where id = 'ID'",
  'cases.openedBy': "update cases set opened_by = 'nobody' where id = 'ID'",
  'cases.student': "update cases set student = 'student-02' where id = 'ID'",
  'cases.due': "update cases set due = '2030-01-01T00:00:00.000Z' where id = 'ID'",
  'cases.sortKey': "update cases set sort_key = '9999' where id = 'ID'",
  steps: "update steps set department = 'marketing' where case_id = 'ID'",
  timers: "update timers set due = '2030-01-01T00:00:00.000Z' where case_id = 'ID'",
  handlers: "delete from handlers where case_id = 'ID'",
  case_enrolments: "update case_enrolments set enrolment = 'student-02-e1' where case_id = 'ID'",
  case_attachments: "delete from case_attachments where case_id = 'ID'",
  late_steps:
    "insert into late_steps (case_id, sequence, procedure, type, actor, at, step, deadline, due) values ('ID', 6, 'withdrawal@1', 'payments.reviewed', 'nobody', '2026-03-09T02:00:00.000Z', 'financeReview', 'financeReviewDue', '2026-03-08T02:00:00.000Z')",
  stays: "update stays set entered_at = entered_at - 1 where case_id = 'ID' and path = 'acceptance.identity.open'",
}

describe('the verifier', () => {
  it('finds every row beside the history that says something else than the history leads to', async () => {
    const { house, id } = await reviewed()
    await house.as('finance').act(id, 'attachment.added')
    await tamper(house, Object.values(besideHistory).join(';').replaceAll('ID', id))
    const { findings } = await checkStore(house.where)
    expect(findings.map(({ detail }) => /\((.*)\)/.exec(detail.en)?.[1]).sort()).toEqual(Object.keys(besideHistory).sort())
    expect(new Set(findings.map(({ caseId }) => caseId))).toEqual(new Set([id]))
  })

  it('follows claims, hand-overs and nudges to where the rows say they lead', async () => {
    const { house, id } = await reviewed()
    await house.as('front-desk').act(id, 'case.nudged')
    for (const type of ['step.claimed', 'step.released']) await house.as('management').act(id, type)
    await house.as('management').act(id, 'step.claimed')
    await house.as('management').act(id, 'step.handedOver', { user: house.id('management-2') })
    expect((await checkStore(house.where)).findings).toEqual([])
    await tamper(house, `update steps set assignee = null where case_id = '${id}'`)
    expect((await checkStore(house.where)).findings.map(({ detail }) => detail.en).join()).toContain('(steps)')
  })

  it('finds a case without a history, a history without its case, and a change in the institution’s own chain', async () => {
    const { house, id } = await reviewed()
    const other = (await house.as('front-desk').open('complaint')).id
    await tamper(
      house,
      `delete from events where case_id = '${id}'; delete from cases where id = '${other}'; update events set actor = 'nobody' where case_id = 'institution' and sequence = 2`,
    )
    const { code, text } = await verify(house.where)
    expect(code).toBe(1)
    expect(text).toContain('NOT INTACT')
    for (const found of [`${id}  event 0`, `${other}  event 1`, 'institution  event 2']) expect(text).toContain(found)
  })

  it('finds what was done to a pack: a fact, a word, an event left out, another procedure described, another case’s event', async () => {
    const { house, id } = await reviewed()
    const { text } = await house.as('auditor').get(`/api/cases/${id}/pack`)
    const changes: ((pack: any) => void)[] = [
      (pack) => {
        pack.events[0].facts.wishedDate = '2027-01-01'
      },
      (pack) => {
        pack.events[0].personal.reason = '不满意'
      },
      (pack) => pack.events.splice(2, 1),
      (pack) => {
        pack.description.label.en = 'Something else'
      },
      (pack) => {
        pack.case = 'another'
      },
      (pack) => {
        pack.events = []
      },
    ]
    for (const change of changes) {
      const pack = JSON.parse(text)
      change(pack)
      expect([String(change), checkPack(JSON.stringify(pack)).findings.length > 0]).toEqual([String(change), true])
    }
    const file = join(scratch(), 'forged.json')
    writeFileSync(file, text.replace('搬家', '转校'))
    expect((await verify(file)).code).toBe(1)
  })

  it('takes nothing for intact that it cannot read', async () => {
    const file = join(scratch(), 'nothing.json')
    writeFileSync(file, '{"format":"something else"}')
    expect((await verify(file)).code).toBe(1)
    expect((await verify(join(scratch(), 'missing.db'))).code).toBe(1)
  })
})
