/** What each surface shows: the CRM's own part and the connectors' sections, in the order in which they are drawn. */
import type { Finding } from '../../report/finding.ts';
import type { DraftParagraph } from '../world/generated-texts.ts';
import type { ShownField } from '../world/record-fields.ts';
import type { Bullet, CardsSection, Citation, InsightsSection, LinksSection, RecordsSection } from './view.ts';

export interface InsightsView {
  readonly sections: readonly InsightsSection[];
  readonly citations: readonly Citation[];
}

export interface RecordSummaryView extends InsightsView {
  /** Null where no record is open. */
  readonly summary: string | null;
  readonly latestActivity: readonly Bullet[];
  readonly findings: readonly Finding[];
}

export interface RecordDetailsView {
  readonly fields: readonly ShownField[];
  /** One a connector, five at most. */
  readonly cards: readonly RecordsSection[];
}

export interface EmailSummaryView {
  /** Sentences. */
  readonly summary: readonly string[];
  /** Over the mail: the first insight of each connector. */
  readonly canvas: readonly { readonly title: string; readonly text: string; readonly isMock: boolean }[];
  readonly sections: readonly InsightsSection[];
  readonly findings: readonly Finding[];
}

export interface EmailDraftView {
  readonly draft: readonly DraftParagraph[];
  readonly sections: readonly LinksSection[];
  readonly findings: readonly Finding[];
}

export interface ChatView {
  readonly sections: readonly CardsSection[];
  /** Which skill was chosen, and why; absent where none fits the question. */
  readonly chosen?: {
    readonly connector: string;
    readonly operationId: string;
    readonly summary: string;
    readonly why: string;
  };
  /** The skill is not GET, or wants confirmation: nothing was called yet. */
  readonly needsConfirmation?: boolean;
  readonly findings: readonly Finding[];
}

/** A card "Connect to … to see more information". */
export interface ConnectorToConnect {
  readonly connector: string;
  readonly title: string;
}

export interface SurfaceViews {
  readonly 'opportunity-insights': InsightsView;
  readonly 'record-summary': RecordSummaryView;
  readonly 'record-details': RecordDetailsView;
  readonly 'email-summary': EmailSummaryView;
  readonly 'email-draft': EmailDraftView;
  readonly 'sales-chat': ChatView;
}

/** What POST /api/surfaces/:surface answers. */
export type SurfaceAnswer<Surface extends keyof SurfaceViews> = SurfaceViews[Surface] & {
  readonly connect: readonly ConnectorToConnect[];
};
