import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** Maintenance and delivery at 3,000 metres, in German. */
export const summitService: Thread = {
  id: 'summit-service',
  language: 'de',
  subject: 'Wartung und Lieferung für die Gipfelstationen',
  related: [records.summit],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.jonas,
      to: [people.kenny],
      cc: [people.cacilia],
      sent: [4, 17, 55],
      paragraphs: [
        'Guten Tag Herr Smith,',
        'danke für Ihre Rückmeldung. Dass ich den Servicevertrag abgelehnt habe, lag nicht an Ihnen, sondern an zwei Punkten, die für uns auf dem Berg nicht aufgehen. Eine Reaktionszeit von 48 Stunden hilft uns am Wochenende nicht: Am Samstag verkaufen wir so viel Kaffee wie von Montag bis Donnerstag zusammen. Und eine Anfahrtspauschale, die ab Talstation gilt, verdoppelt bei uns die Kosten, weil Ihr Techniker jedes Mal mit der Seilbahn fährt.',
        'Mein Vorschlag: Wir schulen zwei unserer eigenen Leute für die einfachen Arbeiten, also Mahlwerk, Dichtungen und Entkalken, und legen einen Satz Ersatzteile oben ein. Dafür sinkt der Preis der Wartung. Können Sie mir dafür ein neues Angebot machen? Mehr als 9.500 Euro im Jahr bekomme ich nicht genehmigt.',
        'Zur Lieferung: Die Materialseilbahn trägt höchstens 350 Kilogramm je Fahrt, und sie steht ab dem 20. für die Revision still. Wie schwer ist eine Cafe Duo mit Verpackung, und passt sie liegend in die Kabine? Außerdem brauche ich die technischen Daten für den Betrieb auf 3.000 Metern. Der Siedepunkt liegt bei uns bei rund 90 Grad. Läuft das Gerät dann ohne Anpassung?',
        'Bitte antworten Sie bis Mittwoch, dann kann ich die Fahrten noch einplanen.',
        'Freundliche Grüße\nJonas Weber\nLeiter Gastronomie, Alpine Ski House',
      ],
    },
    {
      from: people.kenny,
      to: [people.jonas],
      sent: [38, 9, 0],
      paragraphs: [
        'Guten Tag Herr Weber,',
        'ich habe gesehen, dass Sie den Servicevertrag für die Gipfelstationen nicht unterschreiben möchten. Das ist natürlich Ihre Entscheidung; ich würde nur gern verstehen, woran es liegt, damit wir Ihnen etwas Passendes anbieten können. Hätten Sie in den nächsten Tagen eine Viertelstunde Zeit?',
        'Mit freundlichen Grüßen\nKenny Smith',
      ],
    },
  ],
};
