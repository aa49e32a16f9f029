// What the API answers, as schemas: the OpenAPI document shows them, a test holds real answers against them.
import { type TSchema, Type } from 'typebox'
import { drawMethods, findings } from '../machines/audit.ts'
import { viewNames } from '../machines/views.ts'

const closed = { additionalProperties: false }
const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const text = Type.String()
const moment = Type.String({ format: 'date-time' })
const label = Type.Object({ 'zh-CN': text, en: text }, closed)
const page = (item: TSchema) => Type.Object({ items: Type.Array(item), next: nullable(text) }, closed)
/** A JSON Schema document: a form. */
const form = Type.Object({}, { additionalProperties: true })
const open = Type.Object({}, { additionalProperties: true })

const workingDaysLeft = nullable(Type.Integer({ description: 'Working days from today to the due day; below zero, since it' }))
const step = Type.Object(
  {
    path: text,
    label,
    clause: text,
    department: text,
    assignee: nullable(text),
    enteredAt: nullable(moment),
    due: nullable(moment),
    workingDaysLeft,
    overdue: Type.Boolean(),
  },
  closed,
)
const deadline = Type.Object(
  {
    deadline: text,
    label: Type.Optional(label),
    step: text,
    due: moment,
    start: text,
    days: nullable(Type.Integer()),
    unit: Type.Enum(['working', 'calendar', 'date'], { type: 'string' }),
    provisional: Type.Boolean(),
    skipped: Type.Optional(
      Type.Array(Type.Object({ date: text, why: label }, closed), { description: 'Days off that were not counted; of one case only' }),
    ),
    calendar: text,
    passedAt: nullable(moment),
  },
  closed,
)
const offer = Type.Object({ type: text, label, href: text, payload: form }, closed)
const blocked = Type.Object({ type: text, label, reason: label }, closed)

const summaryFields = {
  id: text,
  number: text,
  procedure: text,
  version: Type.Integer(),
  label,
  open: Type.Boolean(),
  outcome: Type.Optional(Type.Enum(['lost', 'kept', 'none'], { type: 'string' })),
  revision: Type.Integer(),
  head: text,
  openedAt: moment,
  closedAt: nullable(moment),
  due: nullable(moment),
  workingDaysLeft,
  campus: nullable(text),
  student: nullable(text),
  studentName: nullable(text),
  follows: Type.Optional(text),
  steps: Type.Array(step),
  deadlines: Type.Array(deadline),
}
const summary = Type.Object(summaryFields, closed)
const theCase = Type.Object(
  { ...summaryFields, facts: open, offers: Type.Array(offer), acts: Type.Array(offer), blocked: Type.Array(blocked) },
  closed,
)

const event = Type.Object({
  v: Type.Literal(1),
  case: text,
  sequence: Type.Integer(),
  procedure: text,
  definition: text,
  type: text,
  actor: text,
  onBehalfOf: nullable(text),
  at: moment,
  facts: open,
  personalDigest: nullable(text),
  stateDigest: text,
  previous: nullable(text),
  hash: text,
  salt: Type.Optional(nullable(text)),
  personal: Type.Optional(nullable(open)),
  erased: Type.Optional(Type.Object({ at: moment, reason: text }, closed)),
})
const told = Type.Object({
  label,
  act: Type.Boolean(),
  actorName: text,
  onBehalfOfName: nullable(text),
  paths: Type.Array(text),
  through: Type.Array(Type.Array(text), { description: 'Active states on the way to paths that were left at once' }),
})
const problem = Type.Object({ sequence: Type.Integer(), code: text, detail: label }, closed)
const state = Type.Object(
  {
    path: text,
    type: text,
    label,
    clause: text,
    owner: Type.Optional(text),
    outcome: Type.Optional(text),
    deadline: Type.Optional(text),
    note: Type.Optional(label),
  },
  closed,
)
const transition = Type.Object(
  {
    from: text,
    event: text,
    to: Type.Array(text),
    label,
    guard: Type.Optional(text),
    clause: Type.Optional(text),
    deadline: Type.Optional(text),
  },
  closed,
)
const procedure = Type.Object({
  name: text,
  version: Type.Integer(),
  definition: text,
  label,
  states: Type.Array(state),
  transitions: Type.Array(transition),
  openedBy: Type.Array(text),
  opening: form,
  events: open,
})

const promise = Type.Object(
  {
    id: text,
    case: text,
    number: text,
    student: text,
    studentName: text,
    until: text,
    materials: Type.Boolean(),
    percent: Type.Integer(),
    open: Type.Boolean(),
    redeemedAt: nullable(moment),
    redeemedBy: nullable(text),
    redeemedFor: nullable(text),
    offers: Type.Array(offer),
    blocked: Type.Array(blocked),
  },
  closed,
)
const owing = Type.Object(
  {
    enrolment: text,
    student: text,
    number: text,
    studentName: text,
    course: text,
    className: text,
    campus: text,
    owedFen: Type.Integer(),
    case: nullable(Type.Object({ id: text, number: text }, closed)),
  },
  closed,
)

const compared = Type.Object(
  {
    id: text,
    number: text,
    outcome: nullable(text),
    closedAt: nullable(moment),
    category: nullable(text),
    stake: nullable(Type.Object({ kind: text, fen: Type.Integer() }, closed)),
    decisions: Type.Array(Type.Object({ type: text, label, at: moment, by: text }, closed)),
  },
  closed,
)

const named = Type.Object({ id: text, name: text }, closed)
const lateness = Type.Object(
  { step: text, stepLabel: label, deadline: text, deadlineLabel: label, due: moment, workingDays: Type.Integer() },
  closed,
)
const foundEvent = Type.Object(
  {
    case: text,
    number: text,
    procedure: text,
    procedureLabel: label,
    sequence: Type.Integer(),
    type: text,
    label,
    actor: text,
    actorName: text,
    onBehalfOf: nullable(text),
    onBehalfOfName: nullable(text),
    at: moment,
    late: nullable(lateness),
  },
  closed,
)
const way = Type.Object({ from: text, event: text, deadline: Type.Optional(text), to: Type.Array(text), cases: Type.Integer() }, closed)
const roundFields = {
  id: text,
  name: nullable(text),
  from: text,
  until: text,
  procedures: Type.Array(text),
  method: Type.Enum(Object.keys(drawMethods), { type: 'string' }),
  seed: text,
  population: Type.Integer(),
  digest: text,
  drawnAt: moment,
  drawnBy: named,
  closedAt: nullable(moment),
  closedBy: nullable(named),
  open: Type.Boolean(),
  drawn: Type.Integer(),
  found: Type.Object(Object.fromEntries(Object.keys(findings).map((finding) => [finding, Type.Integer()])), closed),
}
const finding = Type.Object(
  {
    finding: Type.Enum(Object.keys(findings), { type: 'string' }),
    remark: nullable(text),
    erased: Type.Boolean(),
    at: moment,
    by: named,
    sequence: Type.Integer(),
  },
  closed,
)
const drawnCase = Type.Object(
  {
    position: Type.Integer(),
    tickets: Type.Integer(),
    case: nullable(Type.Object({ id: text, number: text, procedure: text, label: Type.Optional(label) }, closed)),
    findings: Type.Array(finding),
  },
  closed,
)

const whole = Type.Integer({ minimum: 0 })
const day = Type.String({ format: 'date' })
const load = { open: whole, overdue: whole }
const duration = nullable(Type.Integer({ description: 'ms' }))
const period = { from: day, until: day }
const overview = Type.Object(
  {
    ...period,
    today: day,
    procedures: Type.Array(Type.Object({ procedure: text, label, ...load, opened: whole, closed: whole }, closed)),
    departments: Type.Array(Type.Object({ department: text, ...load, unclaimed: whole }, closed)),
    people: Type.Array(Type.Object({ person: text, name: text, ...load }, closed)),
    trend: Type.Array(Type.Object({ ...period, opened: whole, closed: whole }, closed)),
  },
  closed,
)
const stepFigures = Type.Object(
  {
    ...period,
    procedure: text,
    mostStays: whole,
    steps: Type.Array(
      Type.Object(
        { path: text, label, ...load, left: whole, leftLate: whole, more: Type.Boolean(), medianMs: duration, p90Ms: duration },
        closed,
      ),
    ),
  },
  closed,
)

const importedPerson = {
  name: text,
  role: text,
  campus: nullable(text),
  lead: Type.Boolean(),
  username: text,
  reportsTo: nullable(text),
}
const fault = Type.Object({ path: text, message: text }, closed)

const view = Type.Object({ id: text, name: text, search: text, columns: Type.Array(text) }, closed)
const counts = Object.fromEntries(viewNames.map((name) => [name, Type.Optional(Type.Integer({ minimum: 0 }))]))

export const answers = {
  overview,
  stepFigures,
  auditEvents: page(foundEvent),
  auditForms: Type.Object({ draw: form, finding: form }, closed),
  auditRounds: page(Type.Object(roundFields, closed)),
  auditRound: Type.Object({ ...roundFields, cases: Type.Array(drawnCase) }, closed),
  auditDraw: Type.Object({ population: Type.Integer(), digest: text, agrees: Type.Boolean() }, closed),
  ways: Type.Object({ cases: Type.Integer(), ways: Type.Array(way) }, closed),
  view,
  views: page(view),
  counts: Type.Object({ most: Type.Integer(), counts: Type.Object(counts, closed) }, closed),
  institution: Type.Object({ name: nullable(text) }, closed),
  firstSteps: Type.Object(
    {
      steps: Type.Array(Type.Object({ name: text, done: Type.Boolean() }, closed)),
      lacking: Type.Array(Type.Object({ department: text, roles: Type.Array(text), missing: Type.Integer() }, closed)),
    },
    closed,
  ),
  importCheck: Type.Object({ items: Type.Array(Type.Object({ ...importedPerson, errors: Type.Array(fault) }, closed)) }, closed),
  imported: Type.Object(
    { items: Type.Array(Type.Object({ id: text, ...importedPerson, department: text, active: Type.Boolean() }, closed)) },
    closed,
  ),
  settings: Type.Object(
    {
      settings: open,
      form,
      explained: Type.Array(
        Type.Object(
          {
            name: text,
            hint: Type.Optional(label),
            felt: Type.Array(
              Type.Object(
                {
                  procedure: text,
                  version: Type.Integer(),
                  label,
                  deadline: Type.Optional(text),
                  steps: Type.Array(Type.Object({ path: text, label, clause: text }, closed)),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  promise,
  promises: page(promise),
  arrears: page(owing),
  case: theCase,
  cases: page(summary),
  approvals: page(
    Type.Object({ case: theCase, etag: text, offers: Type.Array(offer), decision: nullable(text), leadsTo: nullable(label) }, closed),
  ),
  decided: Type.Object({ results: Type.Array(Type.Object({ href: text, status: Type.Integer(), body: open }, closed)) }, closed),
  comparable: Type.Object({ items: Type.Array(compared) }, closed),
  history: Type.Object({ events: Type.Array(Type.Intersect([event, told])) }, closed),
  verification: Type.Object({ intact: Type.Boolean(), sequence: Type.Integer(), problems: Type.Array(problem) }, closed),
  pack: Type.Object(
    {
      format: Type.Literal('anjuan-case-pack/1'),
      case: text,
      description: procedure,
      events: Type.Array(event),
      inclusion: Type.Null(),
      checkpoint: Type.Null(),
      key: Type.Null(),
    },
    closed,
  ),
  procedure,
  procedures: Type.Array(procedure),
  acts: Type.Record(Type.String(), Type.Object({ label, payload: form })),
  procedureNames: Type.Array(
    Type.Intersect([
      Type.Pick(procedure, ['name', 'version', 'label', 'openedBy']),
      Type.Object({ first: Type.Pick(state, ['label', 'clause', 'owner']) }),
    ]),
  ),
  clauses: Type.Array(Type.Object({ id: text, kinds: Type.Array(text), who: Type.Array(text), text: label, carriedOut: Type.Array(open) })),
  notices: page(
    Type.Object(
      { id: text, case: text, number: text, notice: text, label, createdAt: moment, toMe: Type.Boolean(), read: Type.Boolean() },
      closed,
    ),
  ),
  students: page(Type.Object({ id: text, number: text, name: text, campus: text }, closed)),
  enrolments: page(open),
  attachment: Type.Object({ id: text, sha256: text, name: text, size: Type.Integer(), mediaType: text }, closed),
  health: Type.Object({ status: Type.Literal('ok') }, closed),
}
