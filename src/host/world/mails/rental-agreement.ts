import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** The rental agreement for the season, in French. */
export const rentalAgreement: Thread = {
  id: 'rental-agreement',
  language: 'fr',
  subject: 'Contrat de location pour la saison : dernières questions',
  related: [records.summit, records.alpineSkiHouse],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.cacilia,
      to: [people.kenny],
      cc: [people.jonas, people.ray],
      sent: [2, 16, 45],
      paragraphs: [
        'Bonjour Kenny,',
        'Merci pour le contrat de location des douze Cafe Duo, et merci à Ray pour la réunion de mardi : elle nous a permis d’avancer. Sur le principe, nous sommes d’accord, et je suis prête à signer avant la fin du mois. Il me reste cependant quelques questions.',
        'Le loyer de 64 200 euros est calculé pour six mois, de novembre à avril. Or nos stations du sommet n’ouvrent qu’à la mi-décembre, et la date dépend de la neige. Est-il possible de faire commencer la location à l’ouverture effective, ou au moins de reporter le mois non utilisé sur la saison suivante ? Je voudrais aussi que le prix du rachat des machines, au bout de trois saisons, figure dans le contrat.',
        'L’article 9 nous rend responsables des dommages dus au gel pendant le transport en téléphérique. Cela me paraît excessif, puisque c’est votre transporteur qui assure la livraison jusqu’en haut. Pourriez-vous revoir cette clause avec votre service juridique ?',
        'Enfin, Jonas tient à un technicien sur place pendant les deux premières semaines. Si vous pouvez l’inclure dans l’offre sans supplément, vous aurez notre signature dans la semaine.',
        'Bien cordialement,\nCacilia Viera\nDirectrice générale, Alpine Ski House',
      ],
    },
    {
      from: people.kenny,
      to: [people.cacilia],
      cc: [people.ray],
      sent: [6, 9, 10],
      paragraphs: [
        'Bonjour Cacilia,',
        'Vous avez reçu aujourd’hui le contrat de location pour la saison, prêt à être signé. Il reprend les conditions dont nous avions parlé : douze Cafe Duo, livraison et installation comprises, et un remplacement sous quarante-huit heures en cas de panne. Ray se tient à votre disposition pour en discuter de vive voix.',
        'Bien à vous,\nKenny',
      ],
    },
  ],
};
