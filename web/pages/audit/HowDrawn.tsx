// What a sample was drawn from and by which seed; and drawing it again to see whether it comes out.
import { useMutation, useQuery } from '@tanstack/react-query'
import { drawMethods } from '../../../machines/audit.ts'
import { drawAgain, type WholeRound } from '../../api/audit.ts'
import { proceduresQuery } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'
import { useRiskWords } from './risk-words.ts'

export function HowDrawn({ round }: { round: WholeRound }) {
  const { t, words, list, time } = useWords()
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const names = round.procedures.map((name) => words(procedures.find((one) => one.name === name)?.label) || name)
  const risk = useRiskWords()
  return (
    <Card title={t('audit.round.drawn')}>
      <Flex vertical gap={10}>
        <dl className="fields">
          <Row title={t('audit.draw.procedures')}>{list(names)}</Row>
          <Row title={t('audit.round.population')}>{t('audit.round.populationIs', { count: round.population })}</Row>
          <Row title={t('audit.round.method')}>
            {words(drawMethods[round.method])}
            <div style={{ color: colours.quiet }}>{round.method === 'risk' ? risk : t('audit.draw.random')}</div>
          </Row>
          <Row title={t('audit.round.by')}>{t('audit.round.byWhom', { who: round.drawnBy.name, time: time(round.drawnAt) })}</Row>
          {round.closedAt && (
            <Row title={t('audit.round.closedBy')}>
              {t('audit.round.byWhom', { who: round.closedBy?.name ?? '', time: time(round.closedAt) })}
            </Row>
          )}
          <Row title={t('audit.round.seed')}>
            <code className="digest">{round.seed}</code>
          </Row>
          <Row title={t('audit.round.digest')}>
            <code className="digest">{round.digest}</code>
          </Row>
        </dl>
        <Again id={round.id} />
      </Flex>
    </Card>
  )
}

function Again({ id }: { id: string }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => drawAgain(id) })
  return (
    <Flex vertical gap={8} align="start">
      <Button className="no-print" loading={isPending} onClick={() => mutate()}>
        {t('audit.round.again')}
      </Button>
      {data && (
        <Alert
          role="status"
          type={data.agrees ? 'success' : 'error'}
          title={t(data.agrees ? 'audit.round.agrees' : 'audit.round.differs')}
        />
      )}
      {error && <Alert role="alert" type="warning" title={explain(error)} />}
    </Flex>
  )
}

function Row({ title, children }: React.PropsWithChildren<{ title: string }>) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
