/**
 * How a paper looks as a PDF, as Typst source. It holds no text of its own: everything comes in as JSON and is set as
 * plain text. Headings, lists, tables and quotes are Typst's own, so that the PDF is tagged for screen readers.
 */
export const paperTemplate = `
#let paper = json(bytes(sys.inputs.data))
#let accent = rgb("#135e52")
#let soft = rgb("#525c6b")
#let line-color = rgb("#cfd5dc")
#let tones = (
  good: (ink: accent, wash: rgb("#e9f3f1")),
  caution: (ink: rgb("#8a4b00"), wash: rgb("#fdf3e3")),
  stop: (ink: rgb("#a11d2c"), wash: rgb("#fcebec")),
  plain: (ink: soft, wash: rgb("#f1f3f5")),
)

#set document(title: paper.title, date: none)
#set text(font: "Source Sans 3", size: 10.5pt, lang: paper.language, region: "CA", fill: rgb("#1b2330"), hyphenate: false)
#set par(leading: 0.62em, spacing: 0.75em)
#set page(
  paper: "us-letter",
  margin: (x: 0.9in, top: 0.8in, bottom: 0.85in),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    grid(columns: (1fr, auto), paper.title, [#paper.page #counter(page).display() #paper.of #counter(page).final().first()])
  },
)
#set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.55em)
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.5em)
#show link: it => text(fill: accent, underline(offset: 2pt, stroke: 0.4pt, it))
#show heading.where(level: 1): it => block(below: 0.5em, text(size: 21pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 2em, below: 0.9em, width: 100%, stroke: (bottom: 1.2pt + accent), inset: (bottom: 4pt), sticky: true, text(size: 14pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, sticky: true, text(size: 11.5pt, weight: "bold", it.body))

#let run(r) = {
  let body = if r.at("link", default: none) != none { link(r.link, r.text) } else { text(r.text) }
  if r.at("strong", default: false) { strong(body) } else if r.at("soft", default: false) { text(fill: soft, body) } else { body }
}
#let runs(list) = list.map(run).join()
#let tag(t) = box(inset: (x: 5pt), outset: (y: 2.5pt), radius: 7pt, stroke: 0.7pt + tones.at(t.tone).ink, text(size: 8pt, weight: "bold", fill: tones.at(t.tone).ink, t.text))
#let badge(n) = box(inset: (x: 5pt), outset: (y: 3pt), radius: 8pt, fill: accent, text(size: 9.5pt, weight: "bold", fill: white, str(n)))
#let tick = box(width: 9pt, height: 9pt, baseline: 1pt, stroke: 1pt + soft, radius: 1.5pt)

#let heading-of(b) = heading(level: b.level, {
  if b.at("number", default: none) != none { badge(b.number); h(0.5em) }
  b.text
  if b.at("tag", default: none) != none { h(0.6em); tag(b.tag) }
})

#let callout(b) = block(width: 100%, fill: tones.at(b.tone).wash, stroke: (left: 3pt + if b.tone == "plain" { accent } else { tones.at(b.tone).ink }), inset: (left: 10pt, rest: 8pt), above: 1em, below: 1em, breakable: false, {
  set par(spacing: 0.6em)
  par(strong(b.title))
  for l in b.lines { par(runs(l)) }
})

#let table-of(b) = {
  set text(size: 9.5pt)
  set par(leading: 0.5em)
  table(
    columns: b.widths.map(w => w * 1fr),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + line-color }),
    inset: (x: 5pt, y: 5pt),
    align: left + top,
    table.header(..b.head.map(t => strong(t))),
    ..b.rows.map(r => r.map(runs)).flatten(),
  )
}

#let checks(b) = list(
  marker: tick,
  body-indent: 0.8em,
  spacing: 1em,
  ..b.items.map(i => block(breakable: false, width: 100%, {
    set par(spacing: 0.6em)
    par({
      strong(i.name)
      if i.at("tag", default: none) != none { h(0.6em); tag(i.tag) }
    })
    for l in i.lines { par(text(size: 9.5pt, runs(l))) }
  })),
)

#let blank(b) = block(breakable: false, width: 100%, above: 1em, below: 1em, {
  block(below: 0em, text(fill: soft, b.label))
  for _ in range(b.lines) { v(1.55em); line(length: 100%, stroke: 0.6pt + soft) }
})

#let paragraph(b) = {
  let look = b.at("look", default: "body")
  if look == "small" { par(text(size: 9pt, fill: soft, runs(b.runs))) }
  else if look == "lead" { block(above: 1.1em, below: 1.1em, par(text(size: 12pt, runs(b.runs)))) }
  else if look == "hint" { par(text(fill: soft, style: "italic", runs(b.runs))) }
  else { par(runs(b.runs)) }
}

#let quoted(b) = block(width: 100%, stroke: (left: 2.5pt + accent), inset: (left: 10pt, y: 2pt), above: 0.9em, below: 0.9em, quote(block: true, {
  set par(leading: 0.72em)
  text(lang: b.language, highlight(fill: rgb("#ffefb5"), top-edge: 0.95em, bottom-edge: -0.28em, b.text))
  linebreak()
  text(size: 8.5pt, fill: soft, b.source)
}))
#show quote: set pad(x: 0pt)
#show quote.where(block: true): it => it.body

#let facts(b) = {
  set par(leading: 0.5em)
  grid(columns: (auto, 1fr), column-gutter: 14pt, row-gutter: 6pt,
    ..b.rows.map(r => (text(fill: soft, r.label), runs(r.runs))).flatten())
}

#let render(b) = {
  if b.kind == "heading" { heading-of(b) }
  else if b.kind == "paragraph" { paragraph(b) }
  else if b.kind == "facts" { block(above: 0.9em, below: 0.9em, facts(b)) }
  else if b.kind == "quote" { quoted(b) }
  else if b.kind == "list" {
    let items = b.items.map(runs)
    set text(size: 9pt, fill: soft) if b.small
    if b.ordered { enum(..items) } else { list(..items) }
  }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "checks" { checks(b) }
  else if b.kind == "callout" { callout(b) }
  else if b.kind == "blank" { blank(b) }
  else if b.kind == "card" {
    block(width: 100%, radius: 5pt, inset: (x: 12pt, y: 11pt), above: 1em, below: 1em, stroke: if b.tone == "stop" { 1.2pt + tones.stop.ink } else { 0.7pt + line-color }, {
      show heading: set block(above: 0pt)
      for inner in b.blocks { render(inner) }
    })
  }
}

#heading(level: 1, paper.title)
#text(fill: soft, paper.subtitle)
#v(0.4em)
#for b in paper.blocks { render(b) }
#block(above: 1.6em, width: 100%, breakable: false, stroke: (top: 0.5pt + line-color), inset: (top: 6pt), {
  set text(size: 8.5pt, fill: soft)
  set par(spacing: 0.6em)
  for t in paper.closing { par(t) }
})
`;
