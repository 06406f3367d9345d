import { useEffect } from 'react';
import type { WorldView } from '../../host/api/api-types.ts';
import { useWorld } from '../http/queries.ts';
import { correctPlace, oddNamesIn, type Place, usePlace } from '../state/place.ts';

/** What the address names and nobody knows is taken out of it, so that it says what is shown. */
export function useCorrectedPlace(): void {
  const [place] = usePlace();
  const { data: world, isFetching } = useWorld();
  useEffect(() => {
    if (!world || isFetching) return;
    const shown = shownPlace(place, world);
    if (oddNamesIn(window.location.search, shown).length > 0) correctPlace(shown);
  }, [place, world, isFetching]);
}

/** The place without a seller, a mail or a language that there is not. A record may be unknown: that is told. */
function shownPlace(place: Place, { sellers, mails }: WorldView): Place {
  const { seller: _seller, mail: _mail, language: _language, ...rest } = place;
  const seller = sellers.find(({ id }) => id === place.seller);
  const { tenant } = seller ?? sellers[0] ?? {};
  const mail = mails.find((each) => each.id === place.mail && (each.tenant === undefined || each.tenant === tenant));
  return {
    ...rest,
    ...(seller && { seller: seller.id }),
    ...(mail && { mail: mail.id }),
    ...(place.language && isLanguage(place.language) && { language: place.language }),
  };
}

/** Whether a BCP 47 tag is of a language that has a name. */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined;
  } catch {
    return false;
  }
}
