// The keys of what is public of a journey: one partition, of which pages for everybody read and nothing else.

export function publicPartition(journey: string): string {
  return `PUBLIC#${journey}`
}

export function publicAwardKey(journey: string, serial: string) {
  return { pk: publicPartition(journey), sk: `AWARD#${serial}` }
}
