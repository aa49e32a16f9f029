// The next page of a list, where there is one.
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { of: Paged }) {
  const { t } = useWords()
  if (!hasNextPage) return null
  return (
    <Button style={{ marginTop: 12 }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('worklist.more')}
    </Button>
  )
}
