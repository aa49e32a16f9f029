// An amount: typed and shown in yuan, kept and sent in integer fen.
import { InputNumber } from 'antd'
import { type ControlProps, wiring } from './control-props.ts'

const yuan = (fen: number | undefined) => (fen === undefined ? undefined : fen / 100)
/** The whole fen of an amount in yuan with at most two decimals. */
export const fenOf = (amount: number | string | null): number | undefined =>
  amount === null || amount === '' ? undefined : Math.round(Number(amount) * 100)

const grouped = (text: string | number | undefined) => String(text ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

export function FenInput(props: ControlProps) {
  const { value, onChange } = props
  return (
    <InputNumber
      {...wiring(props)}
      style={{ width: '100%' }}
      prefix="¥"
      precision={2}
      controls={false}
      inputMode="decimal"
      formatter={grouped}
      parser={(text) => Number(String(text ?? '').replace(/[,，¥\s]/g, ''))}
      value={yuan(value)}
      onChange={(amount) => onChange?.(fenOf(amount))}
    />
  )
}
