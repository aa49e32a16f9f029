// One fact below its title.
export function Fact({ title, children }: React.PropsWithChildren<{ title: string }>) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
