// What has happened: cases and their append-only events, and the records of the institution that cases are about.
// Times are UTC `YYYY-MM-DDTHH:mm:ss.sssZ`, dates are Shanghai `YYYY-MM-DD`, amounts integer fen.
import { sql } from 'drizzle-orm'
import type { DrawMethod, Finding } from '../machines/audit.ts'
import type { Label } from '../machines/label.ts'
import type { Outcome } from '../machines/procedure.ts'
import type { Settings } from '../machines/settings.ts'
import type { Columns } from './columns.ts'

/** The tables in the columns of one engine. */
export function tablesOf({ table, index, primaryKey, text, json, integer, flag, bytes, hex }: Columns) {
  /** Where a case stands. `revision` is the sequence of the last event its machine knew, `sequence` and `head` those of the last event. */
  const cases = table(
    'cases',
    {
      id: text('id').primaryKey(),
      number: text('number').notNull().unique(),
      procedure: text('procedure').notNull(),
      version: integer('version').notNull(),
      definition: hex('definition').notNull(),
      status: text('status').$type<'active' | 'done'>().notNull(),
      value: json('value').$type<any>().notNull(),
      context: json('context').$type<any>().notNull(),
      stateDigest: hex('state_digest').notNull(),
      revision: integer('revision').notNull(),
      sequence: integer('sequence').notNull(),
      head: hex('head').notNull(),
      lastAt: text('last_at').notNull(),
      openedAt: text('opened_at').notNull(),
      openedBy: text('opened_by').notNull(),
      closedAt: text('closed_at'),
      outcome: text('outcome').$type<Outcome>(),
      student: text('student'),
      campus: text('campus'),
      /** The person a complaint is about: kept from it, as are those above and below. */
      about: text('about'),
      follows: text('follows'),
      due: text('due'),
      /** What lists are sorted by: `due`, or 9999 where nothing is due, or what `closedKey` makes of `closedAt`. */
      sortKey: text('sort_key').notNull().default('9999'),
    },
    (t) => [
      index('cases_student').on(t.student),
      index('cases_list').on(t.procedure, t.status, t.sortKey, t.id),
      index('cases_follows').on(t.follows),
      index('cases_opener').on(t.openedBy, t.status, t.sortKey, t.id),
      index('cases_opened').on(t.procedure, t.status, t.id),
      index('cases_opener_opened').on(t.openedBy, t.status, t.id),
    ],
  )

  /** The history. Triggers refuse every update and delete. `case_id` is `institution` for the institution's own chain. */
  const events = table(
    'events',
    {
      caseId: text('case_id').notNull(),
      sequence: integer('sequence').notNull(),
      procedure: text('procedure').notNull(),
      definition: hex('definition').notNull(),
      type: text('type').notNull(),
      actor: text('actor').notNull(),
      onBehalfOf: text('on_behalf_of'),
      at: text('at').notNull(),
      facts: json('facts').$type<Record<string, unknown>>().notNull(),
      personalDigest: hex('personal_digest'),
      stateDigest: hex('state_digest').notNull(),
      previous: hex('previous'),
      hash: hex('hash').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.sequence] }),
      index('events_type').on(t.type, t.procedure, t.at),
      index('events_actor').on(t.actor, t.at),
      index('events_principal').on(t.onBehalfOf, t.at).where(sql`on_behalf_of is not null`),
    ],
  )

  /** Events that left a step after it was due: found among all of them without folding a history. It follows from the events alone. */
  const lateSteps = table(
    'late_steps',
    {
      caseId: text('case_id').notNull(),
      sequence: integer('sequence').notNull(),
      procedure: text('procedure').notNull(),
      type: text('type').notNull(),
      actor: text('actor').notNull(),
      onBehalfOf: text('on_behalf_of'),
      at: text('at').notNull(),
      step: text('step').notNull(),
      deadline: text('deadline').notNull(),
      due: text('due').notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.sequence] }),
      index('late_steps_type').on(t.type, t.procedure, t.at),
      index('late_steps_actor').on(t.actor, t.at),
      index('late_steps_principal').on(t.onBehalfOf, t.at).where(sql`on_behalf_of is not null`),
    ],
  )

  /**
   * Steps that were left: how long each case stood in each. There is one for every step, so rows are narrow: instants are ms since 1970, and
   * in SQLite the key is the table itself, as its migration says. It follows from the events alone.
   */
  const stays = table(
    'stays',
    {
      procedure: text('procedure').notNull(),
      path: text('path').notNull(),
      left: integer('left_at').notNull(),
      caseId: text('case_id').notNull(),
      entered: integer('entered_at').notNull(),
      late: flag('late').notNull(),
    },
    (t) => [primaryKey({ columns: [t.procedure, t.path, t.left, t.caseId] })],
  )

  /** Personal words beside the chain: erasing removes words and salt and leaves date and reason. */
  const words = table(
    'words',
    {
      caseId: text('case_id').notNull(),
      sequence: integer('sequence').notNull(),
      personal: json('personal').$type<Record<string, unknown>>(),
      salt: hex('salt'),
      erasedAt: text('erased_at'),
      erasedReason: text('erased_reason'),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.sequence] })],
  )

  /** The active atomic states of open cases that wait for somebody: the worklist. */
  const steps = table(
    'steps',
    {
      caseId: text('case_id').notNull(),
      path: text('path').notNull(),
      department: text('department').notNull(),
      assignee: text('assignee'),
      enteredAt: text('entered_at').notNull(),
      due: text('due'),
      /** When somebody last urged whoever works on it (催办). */
      nudgedAt: text('nudged_at'),
      /** That of the case. */
      sortKey: text('sort_key').notNull().default('9999'),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.path] }),
      index('steps_of_department').on(t.department, t.sortKey, t.caseId),
      index('steps_of_assignee').on(t.assignee, t.sortKey, t.caseId).where(sql`assignee is not null`),
      index('steps_opened').on(t.department, t.caseId),
      index('steps_unclaimed').on(t.department, t.sortKey, t.caseId).where(sql`assignee is null`),
    ],
  )

  /** Deadlines that run. `start`, `days` and `unit` explain the due time and let a new calendar compute it again.
   * One that has passed stays as long as its step does, so that the step is seen to be overdue. */
  const timers = table(
    'timers',
    {
      caseId: text('case_id').notNull(),
      step: text('step').notNull(),
      deadline: text('deadline').notNull(),
      due: text('due').notNull(),
      start: text('start').notNull(),
      days: integer('days'),
      unit: text('unit').$type<'working' | 'calendar' | 'date'>().notNull(),
      provisional: flag('provisional').notNull(),
      calendar: text('calendar').notNull(),
      passedAt: text('passed_at'),
      claim: text('claim'),
      claimedAt: integer('claimed_at'),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.step, t.deadline] }), index('timers_due').on(t.passedAt, t.due)],
  )

  /** Effects to be carried out after the commit, at least once, each with its own id as key. */
  const outbox = table(
    'outbox',
    {
      id: text('id').primaryKey(),
      caseId: text('case_id').notNull(),
      sequence: integer('sequence').notNull(),
      effect: text('effect').notNull(),
      params: json('params').$type<Record<string, unknown>>().notNull(),
      createdAt: text('created_at').notNull(),
      doneAt: text('done_at'),
      claim: text('claim'),
      claimedAt: integer('claimed_at'),
    },
    (t) => [index('outbox_open').on(t.doneAt, t.id)],
  )

  /** Notices to a department, or to a person; the id is that of the outbox row, so a repeated delivery changes nothing. */
  const notices = table(
    'notices',
    {
      id: text('id').primaryKey(),
      caseId: text('case_id').notNull(),
      department: text('department'),
      person: text('person'),
      notice: text('notice').notNull(),
      createdAt: text('created_at').notNull(),
      readAt: text('read_at'),
      readBy: text('read_by'),
    },
    (t) => [
      index('notices_department').on(t.department, t.readAt, t.id),
      index('notices_person').on(t.person, t.readAt, t.id).where(sql`person is not null`),
    ],
  )

  /** An answer kept for seven days, written in the transaction it answers for. */
  const idempotency = table(
    'idempotency_keys',
    {
      userId: text('user_id').notNull(),
      key: text('key').notNull(),
      request: text('request').notNull(),
      status: integer('status').notNull(),
      headers: json('headers').$type<Record<string, string>>().notNull(),
      body: text('body').notNull(),
      createdAt: text('created_at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.userId, t.key] }), index('idempotency_created').on(t.createdAt)],
  )

  /**
   * Who opened a case or recorded a step in it, principals of deputies included: they decide nothing in it. `alone`: perhaps their department
   * does not know of it, and they do. `sortKey` is that of the case once it is closed: what they have done is listed by it.
   */
  const handlers = table(
    'handlers',
    {
      caseId: text('case_id').notNull(),
      userId: text('user_id').notNull(),
      alone: flag('alone').notNull().default(true),
      sortKey: text('sort_key'),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.userId] }),
      index('handlers_alone').on(t.userId, t.caseId).where(sql`alone`),
      index('handlers_done').on(t.userId, t.sortKey, t.caseId).where(sql`sort_key is not null`),
      index('handlers_done_opened').on(t.userId, t.caseId).where(sql`sort_key is not null`),
    ],
  )

  /**
   * Departments that may know of the case because they have or had a step of it (`part`) or were told of it. Where they may know of no other case
   * of its procedure, `status` and `sortKey` are those of the case: their lists go by them.
   */
  const caseDepartments = table(
    'case_departments',
    {
      caseId: text('case_id').notNull(),
      department: text('department').notNull(),
      part: flag('part').notNull().default(true),
      status: text('status').$type<'active' | 'done'>(),
      sortKey: text('sort_key'),
    },
    (t) => [
      primaryKey({ columns: [t.caseId, t.department] }),
      index('case_departments_list').on(t.department, t.status, t.sortKey, t.caseId).where(sql`status is not null`),
      index('case_departments_opened').on(t.department, t.status, t.caseId).where(sql`status is not null`),
    ],
  )

  /** People copied into a case (`copy`), or named by management because nobody eligible was left (`named`). */
  const participants = table(
    'participants',
    {
      caseId: text('case_id').notNull(),
      userId: text('user_id').notNull(),
      as: text('as').$type<'copy' | 'named'>().notNull(),
      /** What a person named may record. */
      events: json('events').$type<string[]>(),
    },
    (t) => [primaryKey({ columns: [t.caseId, t.userId, t.as] }), index('participants_user').on(t.userId)],
  )

  /** Views of the worklist that people have named: what is looked for as the page’s address says it, and the columns shown. */
  const views = table(
    'views',
    {
      id: text('id').primaryKey(),
      userId: text('user_id').notNull(),
      name: text('name').notNull(),
      search: text('search').notNull(),
      columns: json('columns').$type<string[]>().notNull(),
    },
    (t) => [index('views_user').on(t.userId, t.id)],
  )

  /** One case alone may end an enrolment. */
  const endings = table('endings', { enrolment: text('enrolment').primaryKey(), caseId: text('case_id').notNull() })

  /** Which cases concern an enrolment. */
  const caseEnrolments = table('case_enrolments', { caseId: text('case_id').notNull(), enrolment: text('enrolment').notNull() }, (t) => [
    primaryKey({ columns: [t.caseId, t.enrolment] }),
    index('case_enrolments_enrolment').on(t.enrolment),
  ])

  /** Promises that outlive their case: materials kept, return at preferential terms until a date (A6.3.3b). `redeemedFor` is the new enrolment. */
  const promises = table('promises', {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    student: text('student').notNull(),
    until: text('until').notNull(),
    materials: flag('materials').notNull(),
    percent: integer('percent').notNull(),
    redeemedAt: text('redeemed_at'),
    redeemedBy: text('redeemed_by'),
    redeemedFor: text('redeemed_for'),
  })

  /** The last number given per procedure and Shanghai year. */
  const counters = table(
    'counters',
    { prefix: text('prefix').notNull(), year: text('year').notNull(), value: integer('value').notNull() },
    (t) => [primaryKey({ columns: [t.prefix, t.year] })],
  )

  const campuses = table('campuses', { id: text('id').primaryKey(), name: json('name').$type<Label>().notNull() })

  /** `lead` is the person who leads the department. */
  const departments = table('departments', {
    id: text('id').primaryKey(),
    name: json('name').$type<Label>().notNull(),
    lead: text('lead'),
  })

  /** A deputy acts for a principal from one date to another, both included. */
  const deputies = table(
    'deputies',
    {
      id: text('id').primaryKey(),
      principal: text('principal').notNull(),
      deputy: text('deputy').notNull(),
      from: text('from_date').notNull(),
      until: text('until_date').notNull(),
    },
    (t) => [index('deputies_deputy').on(t.deputy)],
  )

  const students = table(
    'students',
    {
      id: text('id').primaryKey(),
      number: text('number').notNull().unique(),
      name: text('name').notNull(),
      birthDate: text('birth_date').notNull(),
      phone: text('phone'),
      guardian: text('guardian'),
      guardianPhone: text('guardian_phone'),
      campus: text('campus').notNull(),
    },
    (t) => [index('students_name').on(t.name)],
  )

  /** What an enrolment holds. `endedOn`, `endedBy`: lost on that date by that case. */
  const enrolments = table(
    'enrolments',
    {
      id: text('id').primaryKey(),
      student: text('student').notNull(),
      campus: text('campus').notNull(),
      course: text('course').notNull(),
      className: text('class_name').notNull(),
      stage: text('stage').$type<'basic' | 'advanced' | 'completion'>().notNull(),
      startsOn: text('starts_on').notNull(),
      enrolledOn: text('enrolled_on').notNull(),
      paidOn: text('paid_on'),
      priceFen: integer('price_fen').notNull(),
      listPriceFen: integer('list_price_fen').notNull(),
      paidFen: integer('paid_fen').notNull(),
      owedFen: integer('owed_fen').notNull(),
      lessonsBought: integer('lessons_bought').notNull(),
      lessonsGifted: integer('lessons_gifted').notNull(),
      lessonsUsed: integer('lessons_used').notNull(),
      materialsFen: integer('materials_fen').notNull(),
      status: text('status').$type<'running' | 'ended' | 'completed'>().notNull(),
      endedOn: text('ended_on'),
      endedBy: text('ended_by'),
    },
    (t) => [index('enrolments_student').on(t.student)],
  )

  /** Files: stored whole, hashed; who may read a case may read what its events refer to. */
  const attachments = table('attachments', {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    content: bytes('content').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: text('uploaded_at').notNull(),
  })
  const caseAttachments = table(
    'case_attachments',
    { caseId: text('case_id').notNull(), attachment: text('attachment').notNull() },
    (t) => [primaryKey({ columns: [t.attachment, t.caseId] })],
  )

  /**
   * Audit rounds: what was drawn of which cases closed in a period (Shanghai dates, both included), and how it can be drawn again.
   * What a round is called and what is said of a finding are words of events of the institution's chain; `sequence` is that of the event.
   */
  const auditRounds = table('audit_rounds', {
    id: text('id').primaryKey(),
    sequence: integer('sequence').notNull(),
    from: text('from_date').notNull(),
    until: text('until_date').notNull(),
    procedures: json('procedures').$type<string[]>().notNull(),
    method: text('method').$type<DrawMethod>().notNull(),
    seed: text('seed').notNull(),
    population: integer('population').notNull(),
    digest: text('digest').notNull(),
    drawnAt: text('drawn_at').notNull(),
    drawnBy: text('drawn_by').notNull(),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  })
  /** The cases drawn, in the order drawn; `tickets` is how many each held. */
  const auditCases = table(
    'audit_cases',
    {
      round: text('round').notNull(),
      position: integer('position').notNull(),
      caseId: text('case_id').notNull(),
      tickets: integer('tickets').notNull(),
    },
    (t) => [primaryKey({ columns: [t.round, t.position] })],
  )
  /** What was found in them, every change kept: the newest counts. */
  const auditFindings = table(
    'audit_findings',
    {
      round: text('round').notNull(),
      caseId: text('case_id').notNull(),
      sequence: integer('sequence').notNull(),
      finding: text('finding').$type<Finding>().notNull(),
      by: text('by').notNull(),
      at: text('at').notNull(),
    },
    (t) => [primaryKey({ columns: [t.round, t.caseId, t.sequence] })],
  )

  const settings = table('settings', {
    version: integer('version').primaryKey(),
    body: json('body').$type<Settings>().notNull(),
    from: text('from_time').notNull(),
  })

  /** The demo's clock, the digest of the first administrator's link, and the like. */
  const state = table('state', { key: text('key').primaryKey(), value: text('value').notNull() })

  return {
    cases,
    events,
    lateSteps,
    stays,
    words,
    steps,
    timers,
    outbox,
    notices,
    idempotency,
    handlers,
    caseDepartments,
    participants,
    views,
    endings,
    caseEnrolments,
    promises,
    counters,
    campuses,
    departments,
    deputies,
    students,
    enrolments,
    attachments,
    caseAttachments,
    auditRounds,
    auditCases,
    auditFindings,
    settings,
    state,
  }
}
