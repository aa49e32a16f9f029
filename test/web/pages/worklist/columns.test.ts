// Which columns a view has, and what they put in order.
import { describe, expect, it } from 'vitest'
import { viewNames } from '../../../../machines/views.ts'
import { columnsOf, isClosed, ordersOf, rises, widths } from '../../../../web/pages/worklist/columns.ts'
import { columnNames, sorts } from '../../../../web/ui/worklist-views.ts'

describe('the columns of a view', () => {
  it('are those chosen, as far as they say something of its cases', () => {
    expect(columnsOf('department', ['student', 'due', 'closed'])).toEqual(['student', 'due'])
    expect(columnsOf('closed', ['student', 'due', 'turn'])).toEqual(['student', 'outcome', 'closed'])
    expect(columnsOf('opened', ['due', 'closed'])).toEqual(['due', 'closed'])
  })

  it('are of some width each, and none twice', () => {
    for (const view of viewNames) {
      const columns = columnsOf(view, [...columnNames])
      expect(new Set(columns).size).toBe(columns.length)
      expect(columns.filter((name) => !(widths[name] > 0))).toEqual([])
    }
  })

  it('can be turned round where they are an order at all; every order stands in one column of every view', () => {
    for (const view of viewNames) {
      const orders = columnsOf(view, [...columnNames]).flatMap((name) => ordersOf(name, view) ?? [])
      expect(orders.toSorted()).toEqual([...sorts].sort())
    }
  })

  it('rise or fall as their values do: the last closed first is falling', () => {
    expect([rises('due', 'due'), rises('opened', '-opened'), rises('closed', 'due'), rises('closed', '-due')]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(viewNames.filter(isClosed)).toEqual(['done', 'closed'])
  })
})
