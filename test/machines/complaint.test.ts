// Complaint, clause by clause (C2.1–C3.3.1, A4.4.1).
import { describe, expect, it } from 'vitest'
import { complaint } from '../../machines/complaint.ts'
import type { CaseRecord } from '../../machines/records.ts'
import { given as givenCase, type Happening, isSetting, opening, passes, type Setting, says } from './given.ts'

const known = { name: '李女士', contact: '13800000000' }
/** A complaint of somebody who said who they are. */
const given = (procedure: typeof complaint, ...[first, ...rest]: [Setting, ...Happening[]] | Happening[]) => {
  const setting = isSetting(first) ? first : {}
  const happenings = (first === undefined || isSetting(first) ? rest : [first, ...rest]) as Happening[]
  return givenCase(procedure, { ...setting, opening: { ...known, ...setting.opening } }, ...happenings)
}

const classified = (category = 'teaching-quality', about?: string) => says('complaint.classified', { category, ...(about && { about }) })
const told = says('acceptance.told', { expectedBy: '2026-03-20' })
const accepted = [classified(), told]
const assigned = [...accepted, says('responsible.assigned', { user: 'teaching-2' }, 'teaching-1')]
const contacted = [...assigned, says('contact.made', {}, 'teaching-2')]
const concluded = [...contacted, says('evidence.added', {}, 'teaching-2'), 'investigation.concluded']
const solution = says('solution.proposed', { costs: false, completionDate: '2026-03-25', responsible: 'teaching-2' }, 'teaching-2')
const proposed = [...concluded, solution]
const agreed = [...proposed, says('solution.accepted', {}, 'customer-service-1')]
const executed = [...agreed, says('execution.completed', {}, 'teaching-2')]
const reported = ['result.reportedToIntake', 'result.reportedToSupervision']
const fedBack = [...executed, ...reported, 'result.toldStudent']
const satisfied = [...fedBack, 'satisfaction.confirmed']
const dissatisfied = [...fedBack, 'satisfaction.denied']
const verdicts = ['verdict.administration.approved', 'verdict.finance.approved', 'verdict.studentRepresentative.approved']
const objection = ['verdict.administration.approved', 'verdict.finance.objected', 'verdict.studentRepresentative.approved']
const refusedRound: Happening[] = [solution, 'solution.notAccepted']
const escalated = [...concluded, ...refusedRound, ...refusedRound, ...refusedRound]
const decision = says('complaint.decided', { responsible: 'teaching-3', completionDate: '2026-04-01' }, 'management-1')
const round: Happening[] = ['solution.accepted', 'execution.completed', ...reported, 'result.toldStudent']
const everybody = (...roles: string[]) => roles.flatMap((role) => [1, 2, 3].map((nth) => `${role}-${nth}`))
const onlyManagementLeft = { records: { barred: everybody('teaching', 'administration') } }
const handledByManagement: Happening[] = [
  ...accepted,
  says('responsible.assigned', { user: 'management-2' }, 'management-1'),
  says('contact.made', {}, 'management-2'),
  says('evidence.added', {}, 'management-2'),
  says('investigation.concluded', {}, 'management-2'),
  says('solution.proposed', { costs: false, responsible: 'management-2' }, 'management-2'),
]
const three = (attempt: string) => [attempt, attempt, attempt]
const notify = (to: string, notice: string) => ({ type: 'notify', params: { to, notice } }) as never
const owner = (path: string, context: object) => complaint.ownerOf({ department: 'teaching', ...context } as never, path)

describe('C3.1.1 channels', () => {
  it('let front desk and customer service take in a complaint or a suggestion by phone, e-mail, on site or online', () => {
    expect(complaint.opening.by).toEqual(['front-desk', 'customer-service'])
    for (const channel of ['phone', 'email', 'on-site', 'online'])
      for (const kind of ['complaint', 'suggestion']) given(complaint, { opening: { kind, channel } }).then({ context: { kind } })
    opening(complaint, { opening: { channel: 'rumour' } }).then({ refused: 'This must be one of the choices offered' })
  })

  it('take it from somebody who is on record as a student, or not yet', () => {
    given(complaint).then({ context: { student: null } })
    given(complaint, { opening: { student: 'student-1' } }).then({ context: { student: 'student-1' } })
  })
})

describe('C3.1.2 the record', () => {
  it('is made and classified on the same working day', () => {
    given(complaint).then({
      at: ['intake.complainant.known', 'intake.classification.open', 'intake.acceptance.telling'],
      timers: { intakeDue: '2026-03-09' },
    })
    given(complaint)
      .when(passes('intakeDue'))
      .then({ effects: [notify('customer-service', 'overdue')], offers: ['complaint.classified'] })
  })

  it('tells of something that has happened', () => {
    opening(complaint, { opening: { occurredAt: '2026-03-11T09:00:00+08:00' } }).then({ refused: 'It cannot have happened after today' })
  })

  it('keeps name, contact, class and content out of the machine', () => {
    expect(Object.keys(complaint.opening.words)).toEqual(['name', 'contact', 'className', 'content', 'remedy'])
  })
})

describe('C3.1.2 who complains', () => {
  const taken: Happening[] = [classified(), told]
  it('is asked for where the record does not say, and the complaint waits until it does', () => {
    givenCase(complaint, ...taken).then({ at: ['intake.complainant.asking', 'intake.classification.classified', 'intake.acceptance.told'] })
    givenCase(complaint, ...taken)
      .when('complainant.identified')
      .then({ at: 'assignment', context: { identified: true } })
  })

  it('that cannot be found out ends the record', () => {
    givenCase(complaint).when('complainant.notFound').then({ at: 'unidentified', outcome: 'none' })
  })

  it('may stay unknown where the institution takes anonymous complaints: nobody is then waited for', () => {
    const anonymous = { settings: { anonymousComplaints: true } }
    givenCase(complaint, anonymous, classified()).then({ at: 'assignment' })
    givenCase(complaint, anonymous, classified(), says('responsible.assigned', { user: 'teaching-2' }, 'teaching-1')).then({
      at: 'investigation',
    })
  })
})

describe('C3.1.3 first word', () => {
  it('confirms the record, tells the acceptance and when to expect an answer, which is not a day gone by', () => {
    given(complaint, classified())
      .when(told)
      .then({ at: 'assignment', facts: { recordConfirmed: true, expectedBy: '2026-03-20' } })
    given(complaint)
      .when(says('acceptance.told', { expectedBy: '2026-03-08' }))
      .then({ refused: 'Not before 2026-03-09' })
  })

  it('that reaches nobody three times does not hold the complaint up', () => {
    given(complaint, classified(), 'acceptance.attempted', 'acceptance.attempted').when('acceptance.attempted').then({ at: 'assignment' })
  })
})

describe('C2.2 the handling department', () => {
  it.each([
    ['teaching-quality', 'teaching'],
    ['scheduling', 'academic-affairs'],
    ['student-administration', 'academic-affairs'],
    ['recruitment', 'marketing'],
    ['fees', 'finance'],
    ['other', 'administration'],
  ])('for %s is %s, whose lead assigns the person responsible within a working day', (category, department) => {
    given(complaint, classified(category), told).then({ context: { department }, timers: { assignmentDue: '2026-03-10' } })
    given(complaint, classified(category), told)
      .when(says('responsible.assigned', { user: `${department}-2` }, `${department}-1`))
      .then({ at: 'firstContact', context: { responsible: `${department}-2`, department } })
    given(complaint, classified(category), told)
      .when(says('responsible.assigned', {}, `${department}-2`))
      .then({ refused: 'Only the head of the department may do this' })
  })

  it('owns the steps of handling, intake those with the student', () => {
    expect(owner('assignment', {})).toBe('teaching')
    expect(owner('solution.drawing', {})).toBe('teaching')
    expect(owner('execution', { department: 'marketing' })).toBe('marketing')
    expect(owner('negotiation', {})).toBeUndefined()
  })

  it('keeps out of it whoever the complaint is about', () => {
    given(complaint, classified('teaching-quality', 'teaching-2'), told).then({ context: { about: 'teaching-2' } })
    expect(complaint.about({ about: 'teaching-2' } as never)).toBe('teaching-2')
    const barred = { records: { barred: ['teaching-2'] } }
    given(complaint, barred, ...accepted)
      .when(says('responsible.assigned', { user: 'teaching-2' }))
      .then({ refused: 'This must be one of the choices offered' })
    given(complaint, barred, ...assigned.slice(0, -1), says('responsible.assigned', { user: 'teaching-3' }))
      .when(says('contact.made', {}, 'teaching-2'))
      .then({ refused: 'You are too close to this case to act in it' })
  })

  it('is administration where nobody of it is left, then management', () => {
    given(complaint, { records: { barred: everybody('teaching') } }, ...accepted)
      .when(says('responsible.assigned', { user: 'administration-2' }, 'administration-1'))
      .then({ context: { responsible: 'administration-2', department: 'administration' } })
    given(complaint, onlyManagementLeft, ...accepted)
      .when(says('responsible.assigned', { user: 'management-2' }, 'management-1'))
      .then({ context: { responsible: 'management-2', department: 'management' } })
    given(complaint, onlyManagementLeft, ...handledByManagement).then({ at: 'negotiation' })
  })

  it('may hand a complaint back to intake once when it is not its own', () => {
    given(complaint, ...accepted)
      .when('assignment.returned')
      .then({ at: 'reclassification' })
    given(complaint, ...accepted, 'assignment.returned', classified('fees')).then({ at: 'assignment', context: { department: 'finance' } })
    given(complaint, ...accepted, 'assignment.returned', classified('fees'))
      .when('assignment.returned')
      .then({ refused: 'It was handed back once already: assign it here' })
  })

  it('has the complaint assigned anew when it turns out whom it is about', () => {
    given(complaint, ...contacted)
      .when(says('about.established', { user: 'teaching-2' }, 'teaching-3'))
      .then({ at: 'assignment', context: { about: 'teaching-2' } })
    given(complaint, classified('teaching-quality', 'teaching-3'), ...contacted.slice(1))
      .when('about.established')
      .then({ refused: 'Whom it is about is known already' })
  })
})

describe('C3.2.1 first contact', () => {
  it('is made within one working day', () => {
    given(complaint, ...assigned).then({ at: 'firstContact', timers: { firstContactDue: '2026-03-10' } })
    given(complaint, ...assigned)
      .when('contact.made')
      .then({ at: 'investigation' })
  })

  it('that is late is told to the department that handles it and to administration, which watches the whole course', () => {
    given(complaint, ...assigned)
      .when(passes('firstContactDue'))
      .then({ at: 'firstContact', effects: [notify('administration', 'overdue'), notify('teaching', 'overdue')] })
  })

  it('that is late somewhere else is told to whoever it waits for: finance for its opinion, each reviewer for a verdict', () => {
    const costly = says('solution.proposed', { costs: true, completionDate: '2026-03-25', responsible: 'teaching-2' }, 'teaching-2')
    given(complaint, ...concluded, costly)
      .when(passes('solutionDue'))
      .then({ at: 'solution.opinion', effects: [notify('finance', 'overdue'), notify('administration', 'overdue')] })
    given(complaint, ...satisfied, 'verdict.administration.approved')
      .when(passes('supervisionDue'))
      .then({ effects: [notify('finance', 'overdue'), notify('student-representative', 'overdue')] })
  })

  it('that fails three times lets the investigation begin', () => {
    given(complaint, ...assigned, ...three('contact.attempted')).then({ at: 'investigation' })
  })

  it('is not made by another department', () => {
    given(complaint, ...assigned)
      .when(says('contact.made', {}, 'marketing-1'))
      .then({ refused: 'Waits for Teaching' })
  })
})

describe('C3.2.2 the investigation', () => {
  it('takes five working days and ends with evidence, or reasons why there is none', () => {
    given(complaint, ...contacted).then({ at: 'investigation', timers: { investigationDue: '2026-03-16' } })
    given(complaint, ...contacted)
      .when('investigation.concluded')
      .then({ refused: 'A piece of evidence, or a reasoned none, is needed' })
    for (const evidence of ['evidence.added', 'evidence.reasonedNone'])
      given(complaint, ...contacted, evidence)
        .when('investigation.concluded')
        .then({ at: 'solution.drawing' })
  })
})

describe('C3.2.3 the solution', () => {
  it('names measures, a person responsible and a completion date that is not gone by', () => {
    given(complaint, ...concluded)
      .when(solution)
      .then({ at: 'negotiation', context: { responsible: 'teaching-2', completionDate: '2026-03-25', solutions: 1 } })
    given(complaint, ...concluded)
      .when(says('solution.proposed', { costs: false, completionDate: '2026-03-08' }))
      .then({ refused: 'Not before 2026-03-09' })
  })

  it('that costs money has finance’s opinion before it is negotiated', () => {
    const costly = says('solution.proposed', { costs: true }, 'teaching-2')
    given(complaint, ...concluded)
      .when(costly)
      .then({ at: 'solution.opinion' })
    given(complaint, ...concluded, costly)
      .when(says('opinion.given', {}, 'finance-1'))
      .then({ at: 'negotiation' })
    given(complaint, ...concluded, costly)
      .when(says('opinion.given', {}, 'teaching-1'))
      .then({ refused: 'Waits for Finance' })
  })

  it('of finance itself has management’s opinion', () => {
    const costly = says('solution.proposed', { costs: true }, 'finance-2')
    const ofFinance: Happening[] = [
      classified('fees'),
      told,
      'responsible.assigned',
      'contact.made',
      'evidence.added',
      'investigation.concluded',
    ]
    given(complaint, ...ofFinance, costly)
      .when(says('opinion.given', {}, 'management-1'))
      .then({ at: 'negotiation' })
    given(complaint, ...ofFinance, costly)
      .when(says('opinion.given', {}, 'finance-3'))
      .then({ refused: 'Waits for Management' })
    expect(owner('solution.opinion', { department: 'finance' })).toBe('management')
  })
})

describe('C3.2.4 the negotiation', () => {
  it('is recorded by intake, never by the handler', () => {
    given(complaint, ...proposed)
      .when(says('solution.accepted', {}, 'front-desk-1'))
      .then({ at: 'execution' })
    given(complaint, ...proposed)
      .when(says('solution.accepted', {}, 'teaching-2'))
      .then({ refused: 'Waits for Front desk or Customer service' })
    const byAdministration = { records: { barred: everybody('front-desk', 'customer-service') } }
    const ofAdministration: Happening[] = [
      classified('other'),
      told,
      says('responsible.assigned', { user: 'administration-2' }),
      says('contact.made', {}, 'administration-2'),
      says('evidence.added', {}, 'administration-2'),
      says('investigation.concluded', {}, 'administration-2'),
      says('solution.proposed', { costs: false, responsible: 'administration-2' }, 'administration-2'),
    ]
    given(complaint, byAdministration, ...ofAdministration)
      .when(says('solution.accepted', {}, 'administration-2'))
      .then({ refused: 'Who handles the complaint does not record the student’s answer' })
    given(complaint, byAdministration, ...ofAdministration)
      .when(says('solution.accepted', {}, 'administration-1'))
      .then({ at: 'execution' })
  })

  it('goes back to the solution until the student accepts', () => {
    given(complaint, ...proposed)
      .when('solution.notAccepted')
      .then({ at: 'solution.drawing', context: { solutions: 1 } })
    given(complaint, ...proposed, 'solution.notAccepted', solution).then({ at: 'negotiation', context: { solutions: 2 } })
  })

  it('goes to management after three rounds', () => {
    given(complaint, ...concluded, ...refusedRound, ...refusedRound, solution)
      .when('solution.notAccepted')
      .then({ at: 'escalation.deciding', effects: [notify('management', 'approvalWaits')], timers: { escalationDue: '2026-03-16' } })
  })

  it('with a student who stays silent ends after three attempts, and the solution is carried out', () => {
    given(complaint, ...proposed, ...three('negotiation.attempted')).then({ at: 'execution' })
  })

  it('may end by management’s own decision, which is not that of a manager who handled it', () => {
    given(complaint, ...escalated)
      .when(decision)
      .then({ at: 'execution', context: { decided: true, responsible: 'teaching-3' }, timers: { executionDue: '2026-04-01' } })
    const round: Happening[] = ['solution.notAccepted', says('solution.proposed', { costs: false }, 'management-2')]
    given(complaint, onlyManagementLeft, ...handledByManagement, ...round, ...round, 'solution.notAccepted')
      .when(says('complaint.decided', {}, 'management-2'))
      .then({ refused: 'You handled this case: somebody else must decide' })
  })

  it('may go to external mediation once: agreed it is carried out, failed management decides', () => {
    given(complaint, ...escalated)
      .when('mediation.arranged')
      .then({ at: 'escalation.mediation', timers: { escalationDue: null } })
    given(complaint, ...escalated, 'mediation.arranged')
      .when('mediation.agreed')
      .then({ at: 'execution', context: { decided: true } })
    given(complaint, ...escalated, 'mediation.arranged', 'mediation.failed')
      .when('mediation.arranged')
      .then({ refused: 'It was mediated already' })
  })

  it('ends where the student takes the complaint back, until something is carried out', () => {
    for (const before of [[], accepted, assigned, contacted, concluded, proposed, escalated])
      given(complaint, ...before)
        .when('complaint.withdrawn')
        .then({ at: 'withdrawn', outcome: 'none' })
    given(complaint, ...agreed).then({ withheld: ['complaint.withdrawn'] })
    given(complaint, ...dissatisfied, ...verdicts)
      .when('complaint.withdrawn')
      .then({ refused: 'Something was carried out already: it cannot be withdrawn' })
  })
})

describe('C3.2.5 carrying out and feedback', () => {
  it('is due on the completion date', () => {
    given(complaint, ...agreed).then({ at: 'execution', timers: { executionDue: '2026-03-25' } })
    given(complaint, ...agreed)
      .when(passes('executionDue'))
      .then({ at: 'execution', effects: [notify('teaching', 'overdue')] })
  })

  it('goes back to the solution where it cannot be done, and to management when the rounds are spent', () => {
    given(complaint, ...agreed)
      .when('execution.foundImpossible')
      .then({ at: 'solution.drawing' })
    given(complaint, ...escalated, decision)
      .when('execution.foundImpossible')
      .then({ at: 'escalation.deciding' })
  })

  it('reports within two working days to intake, supervision group and student', () => {
    given(complaint, ...executed).then({
      at: ['feedback.intakeGroup.open', 'feedback.supervisionGroup.open', 'feedback.student.telling'],
      timers: { feedbackDue: '2026-03-11', executionDue: null },
    })
    given(complaint, ...executed)
      .when('result.reportedToIntake')
      .then({ effects: [notify('customer-service', 'reportReceived')] })
    given(complaint, ...executed)
      .when('result.reportedToSupervision')
      .then({
        effects: [
          notify('administration', 'reportReceived'),
          notify('finance', 'reportReceived'),
          notify('student-representative', 'reportReceived'),
        ],
      })
  })

  it('asks at once whether the student is satisfied, and intake records the answer', () => {
    given(complaint, ...executed)
      .when('result.toldStudent')
      .then({ offers: ['satisfaction.confirmed', 'satisfaction.denied'] })
    given(complaint, ...fedBack)
      .when(says('satisfaction.confirmed', {}, 'teaching-2'))
      .then({ refused: 'Waits for Front desk or Customer service' })
    given(complaint, ...fedBack)
      .when('satisfaction.denied')
      .then({ context: { dissatisfied: true } })
  })

  it('that does not reach the student three times ends as not reached, after intake has tried too', () => {
    given(complaint, ...executed, ...reported, ...three('telling.attempted')).then({
      at: ['feedback.intakeGroup.told', 'feedback.supervisionGroup.told', 'feedback.student.asking'],
    })
    given(complaint, ...fedBack, ...three('confirmation.attempted')).then({
      at: ['supervision.administration.reviewing', 'supervision.finance.reviewing', 'supervision.studentRepresentative.reviewing'],
      context: { dissatisfied: false },
    })
  })
})

describe('C2.3 the supervision group', () => {
  it('gives three verdicts side by side within three working days', () => {
    given(complaint, ...satisfied).then({ offers: verdicts, timers: { supervisionDue: '2026-03-12' } })
    given(complaint, ...satisfied, ...verdicts.slice(1))
      .when('verdict.administration.approved')
      .then({ at: 'tracking' })
  })

  it('has no verdict of who handled the complaint, nor two of one person', () => {
    given(complaint, ...satisfied, says('verdict.administration.approved', {}, 'administration-1')).then({
      context: { reviewedBy: ['administration-1'] },
    })
    const noRepresentative = { records: { barred: everybody('student-representative') } }
    given(complaint, noRepresentative, ...satisfied, says('verdict.administration.approved', {}, 'administration-1'))
      .when(says('verdict.studentRepresentative.approved', {}, 'administration-1'))
      .then({ refused: 'Who handled or reviewed the complaint does not review it' })
    const reviewedByManagement: Happening[] = [
      'solution.accepted',
      says('execution.completed', {}, 'management-2'),
      ...reported,
      'result.toldStudent',
      'satisfaction.confirmed',
    ]
    given(complaint, onlyManagementLeft, ...handledByManagement, ...reviewedByManagement)
      .when(says('verdict.administration.approved', {}, 'management-2'))
      .then({ refused: 'Who handled or reviewed the complaint does not review it' })
    given(complaint, onlyManagementLeft, ...handledByManagement, ...reviewedByManagement)
      .when(says('verdict.administration.approved', {}, 'management-1'))
      .then({ context: { reviewedBy: ['management-1'] } })
  })

  it('has management in the place of administration or finance where that department handled the complaint', () => {
    for (const department of ['administration', 'finance']) {
      expect(owner(`supervision.${department}.reviewing`, { department })).toBe('management')
      expect(owner(`supervision.${department}.reviewing`, {})).toBe(department)
    }
  })

  it('objecting brings a supplementary solution, and all three review the result again', () => {
    given(complaint, ...satisfied, ...objection).then({ at: 'solution.drawing' })
    given(complaint, ...satisfied, ...objection, solution, ...round, 'satisfaction.confirmed').then({
      offers: verdicts,
      context: { objected: false, reviewedBy: [] },
    })
  })

  it('objecting when the rounds are spent brings it to management', () => {
    given(complaint, ...concluded, ...refusedRound, ...refusedRound, solution, ...round, 'satisfaction.confirmed', ...objection).then({
      at: 'escalation.deciding',
    })
  })

  it('leaves a dissatisfied student to further negotiation: accepted after all, or another solution', () => {
    given(complaint, ...dissatisfied, ...verdicts).then({ at: 'negotiation' })
    given(complaint, ...dissatisfied, ...verdicts)
      .when('solution.accepted')
      .then({ at: 'tracking' })
    given(complaint, ...dissatisfied, ...verdicts)
      .when('solution.notAccepted')
      .then({ at: 'solution.drawing' })
    given(complaint, ...dissatisfied, ...verdicts, ...three('negotiation.attempted')).then({ at: 'tracking' })
  })

  it('does not go round again after management’s decision: the student is told what else can be done', () => {
    given(complaint, ...escalated, decision, ...round.slice(1), 'satisfaction.denied', ...verdicts.slice(1))
      .when('verdict.administration.objected')
      .then({ at: 'tracking', effects: [notify('customer-service', 'tellFurtherWays')] })
    given(complaint, ...escalated, decision, ...round.slice(1), 'satisfaction.confirmed', ...verdicts.slice(1))
      .when('verdict.administration.approved')
      .then({ at: 'tracking', without: ['notify'] })
  })
})

describe('C3.3.1 tracking', () => {
  const tracked = [...satisfied, ...verdicts]

  it('checks the effect after thirty calendar days', () => {
    given(complaint, ...tracked).then({ at: 'tracking', timers: { trackingDue: '2026-04-08' } })
    given(complaint, ...tracked)
      .when(passes('trackingDue'))
      .then({ at: 'tracking', effects: [notify('customer-service', 'overdue')] })
    given(complaint, ...tracked)
      .when('effect.confirmed')
      .then({ at: 'closed', outcome: 'none', without: ['notify'] })
  })

  it('does not lead back where the measures fail: the student is told that a new complaint can follow', () => {
    given(complaint, ...tracked)
      .when('effect.foundMissing')
      .then({ at: 'closed', outcome: 'none', effects: [notify('customer-service', 'effectMissing')] })
  })
})

describe('an appeal', () => {
  const earlier: CaseRecord = {
    id: 'case-9',
    number: 'TS-2026-000001',
    procedure: 'complaint',
    open: false,
    student: 'student-1',
    enrolments: [],
    follows: null,
  }
  const appealing = (...siblings: CaseRecord[]) => ({ opening: { student: 'student-1', follows: 'case-9' }, records: { siblings } })

  it('follows a closed complaint of the same student', () => {
    given(complaint, appealing(earlier)).then({
      at: ['intake.complainant.known', 'intake.classification.open', 'intake.acceptance.telling'],
    })
    opening(complaint, appealing()).then({ refused: 'Only a case of the same student can be followed' })
    opening(complaint, appealing({ ...earlier, student: 'student-2' })).then({
      refused: 'Only a case of the same student can be followed',
    })
    opening(complaint, appealing({ ...earlier, open: true })).then({
      refused: 'The earlier case is still open: there is nothing to follow yet',
    })
  })

  it('may be against any closed case of the student, a dismissal above all', () => {
    given(complaint, appealing({ ...earlier, procedure: 'discipline' })).then({ context: { student: 'student-1' } })
  })

  it('is possible once', () => {
    opening(complaint, appealing({ ...earlier, follows: 'case-8' })).then({ refused: 'An appeal cannot be appealed' })
    opening(complaint, appealing(earlier, { ...earlier, id: 'case-10', follows: 'case-9' })).then({
      refused: 'Another case follows the earlier one already',
    })
  })
})

describe('a complaint opened by mistake', () => {
  it('is voided or merged by administration’s lead', () => {
    given(complaint, ...proposed)
      .when(says('case.voided', {}, 'administration-1'))
      .then({ at: 'voided', outcome: 'none' })
    given(complaint)
      .when(says('case.merged', {}, 'administration-1'))
      .then({ at: 'merged', outcome: 'none' })
    given(complaint)
      .when(says('case.voided', {}, 'customer-service-1'))
      .then({ refused: 'Waits for Administrative supervisor' })
  })

  it('is not touched when the student’s enrolment ends: it goes on', () => {
    expect(Object.keys(complaint.events)).not.toContain('enrolment.ended')
  })
})
