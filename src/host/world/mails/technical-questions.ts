import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** Technical questions from the stores in Japan, in Japanese. */
export const technicalQuestions: Thread = {
  id: 'technical-questions',
  language: 'ja',
  subject: 'Cafe A-100 の技術仕様と日本での設置について',
  related: [records.automatic],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.naoki,
      to: [people.kenny],
      cc: [people.logan, people.alberto],
      sent: [5, 1, 30],
      paragraphs: [
        'Kenny Smith 様',
        'いつもお世話になっております。Fourth Coffee 日本店舗の設備を担当しております佐藤です。',
        '先日は資料をお送りいただき、誠にありがとうございました。本社で進めている Cafe A-100 五十台の導入計画のうち、八台を東京と大阪の店舗に設置する予定です。社内の設備会議で仕様を確認したところ、いくつか技術的な点についてお伺いしたいことが出てまいりました。',
        'まず電源についてです。日本の店舗では単相 200 ボルトの回線を新しく引く必要がありますが、周波数は東京が 50 ヘルツ、大阪が 60 ヘルツです。一つの機種で両方の周波数に対応できますか。また、最大消費電力と突入電流の値をご教示いただけますでしょうか。',
        '次に給水と排水です。東京の店舗はビルの八階にあり、水圧が 0.15 メガパスカルと低くなっています。この水圧でも一時間に百二十杯の抽出能力を保てますか。必要であれば加圧ポンプの推奨型番も教えてください。排水管の勾配や最大の長さについての条件も、設計図に書き込む必要があります。',
        '三つ目は保守体制です。故障した場合、日本国内の技術者は何時間以内に来ていただけますか。交換部品は国内に在庫がありますか。営業時間は朝七時から夜十時までで、特に朝の時間帯に止まると売上への影響が大きいため、経営陣が懸念しております。',
        '最後に納期についてです。大阪の店舗は改装工事が再来月の初めに終わるため、その週に二台を搬入できればと考えております。契約の締結前で恐縮ですが、おおよその納期と、搬入に必要な通路の幅をお知らせください。',
        '来週の水曜日に工事業者との打ち合わせがございますので、それまでにご回答をいただけますと大変助かります。お忙しいところ恐れ入りますが、何卒よろしくお願いいたします。',
        '佐藤 直樹\nFourth Coffee 日本店舗 設備担当',
      ],
    },
    {
      from: people.kenny,
      to: [people.naoki],
      cc: [people.logan],
      sent: [8, 2, 0],
      paragraphs: [
        '佐藤様',
        'Contoso の Kenny Smith です。Logan さんからご紹介をいただきました。Cafe A-100 の製品資料と設置の手引きをお送りいたします。日本の店舗での設置条件について、ご不明な点がございましたらどうぞお気軽にお問い合わせください。弊社の技術部門に確認のうえ、二営業日以内に回答いたします。',
        '日本では東京と大阪のサービス拠点が設置と保守を担当しております。店舗の図面をお送りいただければ、事前に設置場所を確認し、必要な工事の内容をご提案いたします。今後ともよろしくお願いいたします。',
        'Kenny Smith',
      ],
    },
  ],
};
