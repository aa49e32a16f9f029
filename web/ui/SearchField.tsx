// A field in which to type what is looked for.
import { SearchOutlined } from '@ant-design/icons'
import type { InputHTMLAttributes } from 'react'

type Own = { label: string; value: string; onChange: (text: string) => void; tall?: boolean }
type Props = Own & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Own> & { 'data-search'?: boolean }

export function SearchField({ label, value, onChange, tall, ...others }: Props) {
  return (
    <span className={tall ? 'search-field tall' : 'search-field'}>
      <SearchOutlined className="search-icon" aria-hidden />
      <input
        type="search"
        className="field"
        maxLength={100}
        placeholder={label}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...others}
      />
    </span>
  )
}
