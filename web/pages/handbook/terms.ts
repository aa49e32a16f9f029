// How long a deadline is by the settings in force.
import type { FormSchema } from '../../../machines/narrowing.ts'
import type { Settings } from '../../../machines/settings.ts'
import type { Explained } from '../../../machines/settings-explained.ts'

export type InForce = { settings: Settings; form: FormSchema; explained: Explained[] }
type Unit = 'workingDays' | 'calendarDays'
export type Term = { name: string; value: number; unit: Unit }

const unitOf = (form: FormSchema, name: string) => (form.properties[name] as { 'x-unit'?: string } | undefined)?.['x-unit']
const isUnit = (unit: string | undefined): unit is Unit => unit === 'workingDays' || unit === 'calendarDays'

/** The settings by which the deadline is counted; none where the case itself says the date. */
export const termsOf = ({ settings, form, explained }: InForce, procedure: string, deadline: string): Term[] =>
  explained
    .filter(({ felt }) => felt.some((one) => one.procedure === procedure && one.deadline === deadline))
    .flatMap(({ name }) => {
      const [value, unit] = [settings[name], unitOf(form, name)]
      return typeof value === 'number' && isUnit(unit) ? [{ name, value, unit }] : []
    })
