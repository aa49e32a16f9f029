// A settlement worksheet: every line with its amount and how it was worked out.
import type { Worksheet } from '../../machines/worksheet.ts'
import { useWords } from './words.ts'

export function WorksheetTable({ sheet }: { sheet: Worksheet }) {
  const { t, words, money } = useWords()
  return (
    <table className="worksheet">
      <thead>
        <tr>
          <th scope="col">{t('worksheet.line')}</th>
          <th scope="col">{t('worksheet.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line) => (
          <tr key={line.enrolment + line.code}>
            <td>
              {words(line.label)}
              <div className="explain">{words(line.explain)}</div>
            </td>
            <td>{money(line.amountFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t(sheet.resultFen < 0 ? 'worksheet.owed' : 'worksheet.refund')}{' '}
            <span className="explain">{t('worksheet.rules', { rules: sheet.rules })}</span>
          </th>
          <td>{money(Math.abs(sheet.resultFen))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
