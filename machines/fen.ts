// Money is integer fen; this is how it is shared out and read out.
import { type Label, say } from './label.ts'

/** `fen × part ÷ whole`, cut down to the whole fen; 0 when there is nothing to divide by. Exact for any safe integers. */
export const portion = (fen: number, part: number, whole: number) =>
  whole === 0 ? 0 : Number((BigInt(fen) * BigInt(part)) / BigInt(whole))

/** Whether `fen × part ÷ whole` is a whole number of fen. */
export const dividesEvenly = (fen: number, part: number, whole: number) =>
  whole === 0 || (BigInt(fen) * BigInt(part)) % BigInt(whole) === 0n

/** An amount in words of both languages: 123456 fen → `1,234.56 元`, `CNY 1,234.56`. */
export const yuan = (fen: number): Label => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  const amount = `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
  return say(`${amount} 元`, `CNY ${amount}`)
}
