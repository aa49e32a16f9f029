// What every case remembers, and the guards that every procedure may use.
import { shanghaiDate } from './due.ts'
import { say } from './label.ts'
import type { Guard } from './procedure.ts'
import type { Settings } from './settings.ts'

/** The decision that waits for management. `grantedOn` is a Shanghai date; `returns` counts how often it came back. */
export type Approval = {
  proposedBy: string[]
  coApprover: string | null
  grantedBy: string[]
  grantedOn: string | null
  returns: number
}
/** `amountFen` above zero is a refund, below zero a debt of the student. `everConfirmed` is the point of no return. */
export type Settlement = {
  round: number
  proposedBy: string[]
  amountFen: number
  basis: 'student' | 'institution' | 'forceMajeure'
  payee: 'originalPayer' | 'authorised'
  worksheet: string
  everConfirmed: boolean
  /** The Shanghai date on which it was paid, nil or left as a debt; null until then. */
  settledOn: string | null
}

export type Common = {
  settings: Settings
  campus: string | null
  student: string | null
  enrolments: string[]
  /** The deadlines that passed, in order. */
  late: string[]
  /** Recorded attempts to reach somebody in the present step. */
  attempts: number
  approval: Approval
  settlement: Settlement | null
  /** What finance expects the settlement to come to, in fen; null until reviewed. */
  estimateFen: number | null
  /** The Shanghai date on which the case was opened. */
  openedOn: string
  /** The date from which the enrolments are left; null until known. */
  leavingDate: string | null
  /** The enrolments count as lost (A6.1.3). */
  ended: boolean
  /** An heir acts for a student who has died: no letter, no visit. */
  heirActs: boolean
}

export const noApproval: Approval = { proposedBy: [], coApprover: null, grantedBy: [], grantedOn: null, returns: 0 }

/** Nobody leaves before they have asked to: an earlier date wished counts as the day of asking. */
const later = (a: string, b: string) => (a > b ? a : b)

/** The part of a starting context that is the same for every procedure. */
export const common = (input: {
  settings: Settings
  campus: string | null
  student?: string
  enrolments?: string[]
  leavingDate?: string
  at: string
}): Common => ({
  settings: input.settings,
  campus: input.campus,
  student: input.student ?? null,
  enrolments: [...new Set(input.enrolments ?? [])],
  late: [],
  attempts: 0,
  approval: noApproval,
  settlement: null,
  estimateFen: null,
  openedOn: shanghaiDate(input.at),
  leavingDate: input.leavingDate ? later(input.leavingDate, shanghaiDate(input.at)) : null,
  ended: false,
  heirActs: false,
})

const tooLate = say('结算已确认，不能再撤销或作废', 'The settlement is confirmed: it cannot be undone any more')
const open = (c: Common) => !c.settlement?.everConfirmed

export const commonGuards = {
  settlementOpen: { when: open, unmet: tooLate },
  endedButOpen: { when: (c: Common) => c.ended && open(c), unmet: tooLate },
  lastAttempt: {
    when: (c: Common) => c.attempts + 1 >= c.settings.attempts,
    unmet: say('尚未达到规定的联系次数', 'Not attempted often enough yet'),
  },
  oneEnrolmentLeft: {
    when: (c: Common) => c.enrolments.length <= 1,
    unmet: say('案件还涉及其他报名', 'The case concerns other enrolments too'),
  },
  heirActs: { when: (c: Common) => c.heirActs, unmet: say('仅适用于由继承人办理的情形', 'Only where an heir acts') },
} satisfies Record<string, Guard<Common>>
