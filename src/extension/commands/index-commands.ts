import type { Libraries } from '../library/libraries.ts';
import type { Handlers } from './register-commands.ts';

/** Commands about reading the reports. */
export const indexCommands = (
  libraries: Libraries,
): Pick<Handlers, 'refresh' | 'rebuildIndex' | 'cancelIndexing'> => ({
  refresh: () => libraries.refresh(),
  rebuildIndex: () => libraries.refresh({ ignoreCache: true }),
  cancelIndexing: () => {
    libraries.cancel();
  },
});
