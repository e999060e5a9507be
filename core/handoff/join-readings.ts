import type { EnvelopeReading } from './read-envelope.ts';

/** Several envelopes as one, in their order; what was rejected keeps its place in its own envelope. Null when there is none. */
export function joinReadings(readings: readonly EnvelopeReading[]): EnvelopeReading | null {
  const [first] = readings;
  if (first === undefined) return null;
  const complaints = readings.flatMap(({ envelope }) => envelope.complaints);
  return {
    envelope: { ...first.envelope, complaints, count: complaints.length },
    rejected: readings.flatMap(({ rejected }) => rejected),
  };
}
