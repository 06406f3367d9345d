import { people } from '../people.ts';
import { sellers } from '../seller.ts';
import type { Thread } from '../thread.ts';
import { worldRecordKeys as records } from '../world-records.ts';

/** Coffee bars in stations: delivery dates and training, in Spanish. */
export const stationCoffeeBars: Thread = {
  id: 'station-coffee-bars',
  language: 'es',
  subject: 'Barras de café en las estaciones: plazos de entrega y formación',
  related: [records.stations, records.fourthCoffee],
  tenant: sellers[0].tenant,
  messages: [
    {
      from: people.gabriela,
      to: [people.kenny],
      cc: [people.alberto],
      sent: [4, 18, 10],
      paragraphs: [
        'Hola, Kenny:',
        'Gracias por tu mensaje. El proyecto de las estaciones avanza más rápido de lo que pensábamos: la empresa ferroviaria nos ha confirmado seis locales y quiere que los dos primeros abran antes del verano. Cada local tendría dos máquinas automáticas y un punto de autoservicio, con unos ochocientos cafés al día y picos muy fuertes entre las siete y las nueve de la mañana.',
        'Lo que más me preocupa es el plazo de entrega. ¿Podéis entregar cuatro máquinas en ocho semanas, e instalarlas de noche, cuando las estaciones están cerradas? También necesito saber cuánto tiempo requiere la formación del personal: en las estaciones trabajan muchos estudiantes y el equipo cambia cada pocos meses. ¿Hay material de formación en español que podamos usar nosotros mismos?',
        'Por último, la empresa ferroviaria exige en el contrato un servicio técnico en menos de cuatro horas, también los fines de semana. ¿Lo cubre vuestro plan de mantenimiento y a qué precio? Si me envías una propuesta con estos tres puntos antes del viernes, la presento en la reunión del lunes.',
        'Un saludo,\nGabriela Edwards',
      ],
    },
    {
      from: people.kenny,
      to: [people.gabriela],
      sent: [6, 14, 0],
      paragraphs: [
        'Hola, Gabriela:',
        'He visto que has consultado nuestra página de contacto sobre barras de café para estaciones. Nos encantaría acompañaros en el proyecto. ¿Me puedes contar cuántos locales son y para cuándo los necesitáis?',
        'Saludos cordiales,\nKenny',
      ],
    },
  ],
};
