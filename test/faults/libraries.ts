import { Library } from '../../src/core/library/library.ts';
import type { LibraryPorts } from '../../src/core/library/ports.ts';
import type { LibrarySnapshot } from '../../src/core/library/snapshot.ts';
import { calendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { Random } from '../fixtures/random.ts';
import { sampleRegister } from '../fixtures/sample/register.ts';
import { memoryPorts, type MemoryPorts } from '../unit/library/memory-ports.ts';

const signal = new AbortController().signal;

/** What a session over these ports shows in the end. */
export async function session(ports: LibraryPorts): Promise<LibrarySnapshot> {
  const library = new Library(ports, {
    registerPath: 'vendors.yaml',
    reviewFolder: 'reviews',
    depth: 'full',
  });
  try {
    return await library.refresh({ signal });
  } finally {
    library.dispose();
  }
}

/** All that a person sees of a snapshot, to be compared. */
export const shown = ({ documents, reviews, register, dossiers }: LibrarySnapshot): string =>
  JSON.stringify([documents, reviews, register, dossiers.map(({ name }) => name)]);

/** Some reports, a register and reviews, in memory. */
export function someFiles(random: Random): MemoryPorts {
  const ports = memoryPorts();
  for (let file = random.int(2, 8); file > 0; file--) {
    ports.files.write(`vendors/${file}.pdf`, { vendor: `Vendor ${file}`, end: '2025-09-30' });
    ports.files.write(
      `reviews/vendor-${file}/2025.md`,
      `---\nvendor: Vendor ${file}\nreport: vendors/${file}.pdf\n---\nA note.\n`,
    );
  }
  ports.files.write('vendors.yaml', sampleRegister(calendarDate('2026-11-21')));
  return ports;
}
