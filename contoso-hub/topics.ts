/** What mails speak of, by the words that give it away in the languages of Contoso Hub; `*` stands for any ending. */
const words = {
  agreement: `agreement agreements contract* sign signed signing signature* renewal renew
    vertrag* verträge vereinbarung* unterschr* unterzeichn* acuerdo* contrato* firmar firmad*
    contrat contrats accord accords signer signé* contratto contratti accordo accordi firmato firmare rinnov*
    契約 署名 assinar assinad* assinatura* 合同 协议 签署 签字`,
  pricing: `price* pricing quote quotes quotation* discount* budget* proposal* preis* angebot* rabatt* precio* presupuesto*
    descuento* propuesta* prix devis remise* proposition* prezzo prezzi preventiv* sconto sconti proposta*
    価格 見積 値引 提案 preço* orçamento* desconto* 价格 报价 折扣 提案`,
  technical: `technical specification* specs capacity installation integrat* data+sheet* datasheet*
    technisch* spezifikation* datenblatt* técnic* especificacion* especificaç* ficha+técnica
    technique* spécification* fiche+technique tecnic* specifica specifiche scheda+tecnica 仕様 技術 规格 技术 安装`,
  service: `maintenance warranty warranties repair* service+plan* service+agreement* service+contract* service+visit*
    wartung* garantie* reparatur* mantenimiento garantía* entretien manutenzione garanzi* assistenza
    manutenção 保守 保証 修理 维护 保修 维修`,
  delivery: `deliver* shipping shipment* lieferung* lieferzeit* liefertermin* entrega* envío* livraison* expédition*
    consegn* spedizion* 納期 配送 交付 发货 交货`,
  reference: `reference* case+stud* customer+stor* concern concerns referenz* fallstudie* bedenken referencia* caso+de+éxito
    référence* étude+de+cas referenz* referência* estudo+de+caso 事例 懸念 案例 顾虑`,
  sustainability: `sustainab* energy carbon recycl* nachhaltig* energie* sostenib* energía durabilité énergie energia
    sustentab* 環境 省エネ 可持续 节能`,
} as const;

export type Topic = keyof typeof words;

const cjk = /\p{Script=Han}|\p{Script=Katakana}/u;

/** Scripts that write blanks count whole words, the others any place. */
const patterns = Object.entries(words).map(([topic, list]) => {
  const all = list.split(/\s+/);
  const spaced = all
    .filter((word) => !cjk.test(word))
    .map((word) => word.replaceAll('+', '\\s+').replace('*', '\\p{L}*'));
  const dense = all.filter((word) => cjk.test(word));
  return [topic as Topic, new RegExp(`(?<!\\p{L})(?:${spaced.join('|')})(?!\\p{L})|${dense.join('|')}`, 'u')] as const;
});

/** The topics of a text in lower case. */
export function topicsOf(text: string): Set<Topic> {
  return new Set(patterns.flatMap(([topic, pattern]) => (pattern.test(text) ? [topic] : [])));
}
