import { expect, it } from 'vitest'
import { calledIn } from '../../../../web/pages/case/called.ts'

const [zhang, zhangSan, li, other] = [
  { id: '1', name: '张三' },
  { id: '2', name: '张三丰' },
  { id: '3', name: '李正' },
  { id: '4', name: '李正' },
]

it('a name that was chosen calls as long as it stands in the text', () => {
  expect(calledIn('请@李正 看', [li], [])).toEqual([li])
  expect(calledIn('请李正看', [li], [])).toEqual([])
})

it('a name typed by hand calls whoever alone is called so', () => {
  expect(calledIn('@张三，请看', [], [zhang, zhangSan, li, other])).toEqual([zhang])
  expect(calledIn('@李正 请看', [], [zhang, zhangSan, li, other])).toEqual([])
  expect(calledIn('@李正 请看', [other], [zhang, zhangSan, li, other])).toEqual([other])
})

it('a longer name is not taken for the shorter one it begins with', () => {
  expect(calledIn('@张三丰 请看', [], [zhang, zhangSan])).toEqual([zhangSan])
  expect(calledIn('@张三丰 @张三 请看', [], [zhang, zhangSan])).toEqual([zhang, zhangSan])
})
