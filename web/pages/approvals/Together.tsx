// Decisions that are alike and of little risk, said at once: each is recorded by itself, and one that is refused leaves the others.
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { type Approval, decideTogether, type Result } from '../../api/approvals.ts'
import { casesKey, type Facts } from '../../api/cases.ts'
import { colours } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'
import { MoneyIn, useLine } from './line.tsx'

type Props = { items: Approval[] }

/** What is in hand stays there while its results are read, though it no longer waits; null where nothing is. */
export function Together({ items, onClose }: { items: Approval[] | null; onClose: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  return (
    <Drawer
      open={items !== null}
      size={560}
      title={t('approvals.together')}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      onClose={onClose}
      afterOpenChange={(shown) => shown || void client.invalidateQueries({ queryKey: casesKey })}
      destroyOnHidden
    >
      {items && <Deciding items={items} onDone={onClose} />}
    </Drawer>
  )
}

function Deciding({ items, onDone }: Props & { onDone: () => void }) {
  const { t, words } = useWords()
  const [left, setLeft] = useState<string[]>([])
  const [results, setResults] = useState<Result[] | null>(null)
  const { offers } = items[0]!
  const [type, setType] = useState(offers[0]!.type)
  const offer = offers.find((one) => one.type === type)!
  const chosen = items.filter(({ case: of }) => !left.includes(of.id))
  const hrefOf = (item: Approval) => item.offers.find((one) => one.type === type)!.href
  const submit = useSending(async (answers, key) => {
    const decisions = chosen.map((item) => ({ href: hrefOf(item), etag: item.etag, payload: answers as Facts }))
    setResults((await decideTogether(decisions, { key })).results)
  })
  const resultOf = (item: Approval) => results?.find(({ href }) => href === hrefOf(item))
  return (
    <Flex vertical gap={16}>
      {results ? (
        <Outcome results={results} what={words(offer.label)} />
      ) : (
        <Segments
          label={t('approvals.decide')}
          value={type}
          options={offers.map(({ type: value, label }) => ({ value, label: words(label) }))}
          onChange={setType}
        />
      )}
      <ul className="cards">
        {items.map((item) => (
          <li key={item.case.id}>
            <One
              item={item}
              result={resultOf(item)}
              done={results !== null}
              checked={!left.includes(item.case.id)}
              onCheck={(on) => setLeft(on ? left.filter((id) => id !== item.case.id) : [...left, item.case.id])}
            />
          </li>
        ))}
      </ul>
      {results ? (
        <Button type="primary" onClick={onDone}>
          {t('form.close')}
        </Button>
      ) : (
        <SchemaForm
          key={type}
          schema={offer.payload}
          submitLabel={t('approvals.confirmAll', { what: words(offer.label), count: chosen.length })}
          onSubmit={submit}
          onCancel={onDone}
          closed={chosen.length === 0}
        />
      )}
    </Flex>
  )
}

function Outcome({ results, what }: { results: Result[]; what: string }) {
  const { t } = useWords()
  const failed = results.filter(({ status }) => status !== 200).length
  const done = results.length - failed
  return (
    <Alert
      role="status"
      type={failed ? 'warning' : 'success'}
      title={t('approvals.togetherDone', { count: done, what })}
      description={failed > 0 && t('approvals.togetherFailed', { count: failed })}
    />
  )
}

type OneProps = { item: Approval; result: Result | undefined; done: boolean; checked: boolean; onCheck: (on: boolean) => void }
function One({ item, result, done, checked, onCheck }: OneProps) {
  const { t } = useWords()
  const { case: of } = item
  const line = useLine(item)
  const said = (
    <span>
      <strong>{of.studentName ?? t('case.noStudent')}</strong> {of.number}
    </span>
  )
  return (
    <>
      <Flex justify="space-between" gap={8} wrap>
        {done ? (
          said
        ) : (
          <Checkbox checked={checked} onChange={(e) => onCheck(e.target.checked)}>
            {said}
          </Checkbox>
        )}
        <MoneyIn facts={of.facts} />
      </Flex>
      <span className="quiet">{line}</span>
      {done && <Told result={result} />}
    </>
  )
}

function Told({ result }: { result: Result | undefined }) {
  const { t } = useWords()
  if (!result) return <span className="quiet">{t('approvals.leftOut')}</span>
  if (result.status === 200)
    return (
      <span style={{ color: colours.success }}>
        <CheckCircleFilled aria-hidden /> {t('approvals.recorded')}
      </span>
    )
  return (
    <span style={{ color: colours.danger }}>
      <ExclamationCircleFilled aria-hidden /> {result.body.detail}
    </span>
  )
}
