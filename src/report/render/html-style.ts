/** The look of a one-file paper, on a screen and on A4 or Letter. Light and dark follow the reader's system; paper is white. */
export const htmlStyle = `
:root{color-scheme:light dark;--ink:#1b2330;--soft:#566173;--line:#d5dae1;--paper:#fff;--page:#f4f5f7;--accent:#135e52;--wash:#e9f3f1;--good:#135e52;--caution:#8a4b00;--cautionwash:#fdf3e3;--stop:#a11d2c;--stopwash:#fcebec;--mark:#ffe9a3}
@media(prefers-color-scheme:dark){:root{--ink:#e7eaef;--soft:#a8b1bf;--line:#3a424e;--paper:#1a1f27;--page:#12161c;--accent:#74cdbb;--wash:#19312d;--good:#74cdbb;--caution:#f0b261;--cautionwash:#33270f;--stop:#ff9aa3;--stopwash:#3a1a1e;--mark:#57490f}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",sans-serif;overflow-wrap:break-word}
main{max-width:48rem;margin:0 auto;padding:2.5rem 1.5rem 4rem;background:var(--paper)}
@media(min-width:52rem){main{margin:2rem auto;padding:3rem 3.5rem 4rem;border-radius:.75rem;box-shadow:0 1px 3px #0002}}
h1{font-size:2rem;line-height:1.15;margin:0;text-wrap:balance}
.subtitle{margin:.35rem 0 1.5rem;color:var(--soft)}
h2{font-size:1.375rem;line-height:1.25;margin:2.75rem 0 1rem;padding-bottom:.35rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.125rem;line-height:1.3;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}ul,ol{margin:.4rem 0 .8rem;padding-left:1.4rem}li{margin:.25rem 0}
a{color:var(--accent)}
.lead{font-size:1.125rem}.small{font-size:.9rem;color:var(--soft)}.soft{color:var(--soft)}
.hint{font-size:.95rem;font-style:italic;color:var(--soft)}
.facts{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.3rem 1.25rem;margin:1rem 0}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.card{border:1px solid var(--line);border-radius:.6rem;padding:1.1rem 1.25rem .9rem;margin:0 0 1rem}
.card.stop{border-color:var(--stop);border-width:2px}
.card>h3:first-child{margin-top:0}
.number{display:inline-grid;place-items:center;min-width:1.7rem;height:1.7rem;margin-right:.5rem;padding:0 .4rem;border-radius:1rem;background:var(--accent);color:var(--paper);font-size:.95rem;font-weight:700}
.tag{display:inline-block;margin-left:.5rem;padding:.05rem .6rem;border:1px solid currentColor;border-radius:1rem;font-size:.82rem;font-weight:600;vertical-align:.1em;white-space:nowrap;color:var(--soft)}
.tag.good{color:var(--good)}.tag.caution{color:var(--caution)}.tag.stop{color:var(--stop)}
blockquote{margin:.8rem 0;padding:.15rem 0 .15rem 1rem;border-left:4px solid var(--accent)}
blockquote p{margin:0}blockquote mark{background:var(--mark);color:inherit;padding:.1em .15em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
blockquote footer{font-size:.85rem;color:var(--soft);margin-top:.2rem}
.callout{margin:1rem 0;padding:.8rem 1.1rem;border-radius:.5rem;border-left:5px solid var(--accent);background:var(--wash)}
.callout.caution{border-color:var(--caution);background:var(--cautionwash)}
.callout.stop{border-color:var(--stop);background:var(--stopwash)}
.callout p{margin:.2rem 0}.callout .title{font-weight:700}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .7rem;border-bottom:1px solid var(--line)}
thead th{font-size:.9rem;border-bottom:2px solid var(--accent)}tbody th{font-weight:400}
.checks{list-style:none;padding:0;margin:.5rem 0 1rem}
.checks>li{position:relative;padding:.7rem 0 .7rem 2.1rem;margin:0;border-bottom:1px solid var(--line)}
.checks>li::before{content:"";position:absolute;left:.1rem;top:.95rem;width:1.05rem;height:1.05rem;border:2px solid currentColor;border-radius:.2rem}
.checks .name{font-weight:700}.checks p{margin:.2rem 0;font-size:.95rem}
.blank{margin:.8rem 0}.blank .line{display:block;border-bottom:1px solid var(--soft);height:1.9rem}
.pages figure{margin:0 0 1.5rem}.pages figcaption{font-size:.9rem;color:var(--soft);margin-bottom:.4rem}
.sheet{position:relative;border:1px solid var(--line);background:#fff}.sheet img{display:block;width:100%;height:auto}
.sheet i{position:absolute;background:#ffd84d73;outline:2px solid #b98a00;border-radius:2px}
.sheet b{position:absolute;left:-1.5rem;top:-.2rem;min-width:1.3rem;padding:0 .3rem;border-radius:1rem;background:#135e52;color:#fff;font:700 .75rem/1.3rem system-ui,sans-serif;text-align:center}
.closing{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.85rem;color:var(--soft)}
@media screen and (max-width:36rem){
main{padding:1.75rem 1.1rem 3rem}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr,tbody th,td{display:block}tr{padding:.6rem 0;border-bottom:1px solid var(--line)}tbody th,td{padding:.1rem 0;border:0}
td[data-label]:not(:empty)::before{content:attr(data-label) " · ";color:var(--soft)}}
@page{margin:17mm 18mm 18mm}
@media print{
:root{--ink:#111;--soft:#444;--line:#bbb;--paper:#fff;--page:#fff;--accent:#135e52;--wash:#fff;--good:#135e52;--caution:#8a4b00;--cautionwash:#fff;--stop:#a11d2c;--stopwash:#fff;--mark:#fff3c4}
body{font-size:10.5pt;line-height:1.45}main{max-width:none;margin:0;padding:0;box-shadow:none;border-radius:0}
h1{font-size:20pt}h2{font-size:14pt;margin:18pt 0 7pt}h3{font-size:11.5pt}
h2,h3,.subtitle{break-after:avoid}.callout,blockquote,tr,.checks>li,.sheet{break-inside:avoid}.card{box-decoration-break:clone;-webkit-box-decoration-break:clone}p{orphans:2;widows:2}thead{display:table-header-group}
.number{background:none;color:var(--accent);border:1.5px solid}.callout{border:1px solid var(--line);border-left-width:5px}
.scroll{overflow:visible}.pages{break-before:page}a{color:inherit}
blockquote mark,.sheet i,.sheet b{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
