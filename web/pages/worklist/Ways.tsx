// How the list looks to this person: which columns, how close the rows.
import { SettingOutlined } from '@ant-design/icons'
import type { ViewName } from '../../../machines/views.ts'
import { Popup } from '../../ui/Popup.tsx'
import { useWords } from '../../ui/words.ts'
import { type ColumnName, columnNames, type Density, useWay } from '../../ui/worklist-views.ts'
import { choosable } from './columns.ts'

const densities: Density[] = ['comfortable', 'compact']

export function Ways({ view }: { view: ViewName }) {
  const { t } = useWords()
  const [way, remember] = useWay()
  const turn = (name: ColumnName, on: boolean) =>
    remember({ ...way, columns: columnNames.filter((one) => (one === name ? on : way.columns.includes(one))) })
  return (
    <Popup button={{ icon: <SettingOutlined aria-hidden />, children: t('worklist.look') }} label={t('worklist.look')}>
      {() => (
        <>
          <fieldset className="popup-part">
            <legend>{t('worklist.columns')}</legend>
            {choosable(view).map((name) => (
              <label key={name} className="choice">
                <input type="checkbox" checked={way.columns.includes(name)} onChange={(event) => turn(name, event.target.checked)} />
                {t(`worklist.column.${name}`)}
              </label>
            ))}
          </fieldset>
          <fieldset className="popup-part">
            <legend>{t('worklist.density')}</legend>
            {densities.map((density) => (
              <label key={density} className="choice">
                <input type="radio" name="density" checked={way.density === density} onChange={() => remember({ ...way, density })} />
                {t(`worklist.${density}`)}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </Popup>
  )
}
