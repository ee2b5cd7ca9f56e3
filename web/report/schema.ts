// Schema khabar/1 under the names that the page uses. Offsets are UTF-16 units: text.slice(...span) is the evidence.
export type {
  Argument, Assessment, Block, BlockKind, Casualty, Claim, Comparator, Count, Entity, EntityType, Event, Proposal, Quantity,
  Quoted, Report, ReportDocument, Source, Span, Status, Time,
} from 'khabar';

/** A number as the text gives it: exact, a range, or bounded. */
export interface Amount {
  value: number;
  max?: number;
  comparator?: import('khabar').Comparator;
}
