// The views as tabs, each with how many cases it holds.
import { useQuery } from '@tanstack/react-query'
import type { ViewName } from '../../../machines/views.ts'
import { countsQuery } from '../../api/cases.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useWords } from '../../ui/words.ts'

type Props = { views: readonly ViewName[]; chosen: ViewName; panel: string; onChoose: (view: ViewName) => void }

export function ViewTabs({ views, chosen, panel, onChoose }: Props) {
  const { t } = useWords()
  const { data } = useQuery(countsQuery)
  const told = (view: ViewName) => {
    const n = data?.counts[view]
    return n === undefined ? '' : n >= data!.most ? `${data!.most - 1}+` : String(n)
  }
  const tabs = views.map((name) => ({
    name,
    label: (
      <>
        {t(`worklist.tab.${name}`)} <span className="tab-count">{told(name)}</span>
      </>
    ),
  }))
  return <Tabs tabs={tabs} chosen={chosen} label={t('worklist.title')} panel={panel} onChoose={onChoose} />
}
