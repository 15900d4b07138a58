import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { CheckedCache } from '../../core/library/checked-cache.ts';
import { MemoryCache } from '../../core/library/memory-cache.ts';
import type { CacheStore } from '../../core/library/ports.ts';
import { sha256 } from '../adapters/sha256.ts';
import { StorageCache } from '../adapters/storage-cache.ts';
import { keepsCacheOnDisk } from '../settings.ts';

/**
 * Where a folder's library keeps what it read: in the extension's own storage, or, when the user wants nothing of
 * confidential reports on the disk, in memory. What lies on the disk by then is removed.
 */
export function chooseCache(storage: vscode.Uri, folder: vscode.Uri): CacheStore {
  const onDisk = new StorageCache(vscode.Uri.joinPath(storage, 'index', cacheName(folder)));
  if (keepsCacheOnDisk()) return new CheckedCache(onDisk, sha256);
  void onDisk.clear();
  return new MemoryCache();
}

/** Two folders of one workspace keep their caches apart; the name tells nothing about the folder. */
const cacheName = (folder: vscode.Uri): string =>
  createHash('sha256').update(folder.toString()).digest('hex').slice(0, 16);
