/** Pages of a made CRM: one record in several builds, in each of the ways in which such pages set labels and values. */

export interface CrmRecord {
  no: string;
  customer: string;
  phone: string;
  order: string;
  batch: string;
  product: string;
  what: string;
  owner: string;
}

export const ONE: CrmRecord = {
  no: '4711',
  customer: '华科混凝土有限公司',
  phone: '138 0013 8000',
  order: 'PO-20261101-7',
  batch: 'FA-20261112',
  product: '聚羧酸减水剂',
  what: '本批减水剂减水率明显不足，两车混凝土报废，要求换货并赔偿损失。',
  owner: '客服小周',
};
export const OTHER: CrmRecord = {
  no: '4712',
  customer: '东方预制构件厂',
  phone: '0571-8799 1234',
  order: 'PO-20261115-2',
  batch: '',
  product: '早强剂',
  what: '送来的早强剂桶盖破裂，漏了三桶，要求补发。',
  owner: '客服小李',
};

/** A build: every class name gets a hash of its own, as with CSS modules. */
export function crmPage(record: CrmRecord, build: string): string {
  const c = (name: string) => `class="${name}_${hash(name + build)}"`;
  const row = (label: string, value: string) =>
    `<div ${c('row')}><span ${c('cap')}>${label}</span><span ${c('val')}>${value}</span></div>`;
  return `<!doctype html><meta charset="utf-8"><title>工单 ${record.no}</title>
<style>body { font: 14px sans-serif; margin: 24px } dl { display: grid; grid-template-columns: 100px 1fr } dd { margin: 0 } table { border-spacing: 12px 4px }
.box { border: 1px solid #ccc; padding: 12px; margin: 8px 0; max-width: 700px } input { width: 260px } [class^=row] { display: flex; gap: 20px } [class^=above] > * { display: block }</style>
<nav ${c('nav')}><span>客户</span> <span>订单</span> <span>报表</span></nav>
<h1 ${c('head')} data-testid="ticket-title">减水剂减水率不足 ${record.no}</h1>
<div class="box"><dl><dt>客户名称</dt><dd>${record.customer}</dd><dt>负责客服</dt><dd>${record.owner}</dd></dl></div>
<div class="box"><table><tr><th>订单</th><td>${record.order}</td></tr><tr><th>物料</th><td>${record.product}</td></tr></table></div>
<div class="box">${row('批次', record.batch)}${row('来源', '电话')}</div>
<div class="box"><form><label for="f${record.no}">回电</label><br><input id="f${record.no}" value="${record.phone}"></form></div>
<div class="box above_${hash(`above${build}`)}"><span>事情经过</span><div ${c('text')}><p>${record.what}</p></div></div>
<p ${c('foot')}><b>工单号：</b>T-${record.no}</p>
<button onclick="document.title = 'pressed'">关闭工单</button>`;
}

const hash = (text: string) =>
  Array.from(text)
    .reduce((sum, sign) => (sum * 33 + (sign.codePointAt(0) ?? 0)) >>> 0, 5381)
    .toString(36);

/** The same in open shadow roots, with a slot, and the description in a frame of its own. */
export function shadowPage(record: CrmRecord): string {
  return `<!doctype html><meta charset="utf-8"><title>个案</title><h1 id="case-title">个案 ${record.no}</h1>
<crm-record></crm-record><iframe id="case-text" width="700" height="120" srcdoc="<p>${record.what}</p>"></iframe>
<script>
  const field = (label, value) => { const host = document.createElement('crm-field'); const root = host.attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('div'), { className: 'l', textContent: label }), Object.assign(document.createElement('div'), { className: 'v', textContent: value })); return host; };
  const record = document.querySelector('crm-record').attachShadow({ mode: 'open' });
  record.append(field('甲方', ${JSON.stringify(record.customer)}), field('合同', ${JSON.stringify(record.order)}));
</script>`;
}
