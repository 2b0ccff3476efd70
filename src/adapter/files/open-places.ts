import { join } from 'node:path';
import type { Files } from '../../seam/files.ts';
import { createDiskFiles } from './create-disk-files.ts';
import { createS3Files, refuseVersions, type S3Settings } from './create-s3-files.ts';
import type { KeptFiles } from './kept-files.ts';

/** Letters' files, and the keys that seal them: two places, so that they can be backed up apart. */
export type FilePlaces = { readonly letters: Files; readonly keys: KeptFiles };

/** Opens the places in a bucket when there are settings for one, else in the data folder. Nothing is contacted without. */
export async function openPlaces(dataFolder: string, s3: S3Settings | undefined): Promise<FilePlaces> {
  if (s3 === undefined) {
    return {
      letters: createDiskFiles(join(dataFolder, 'letters')),
      keys: createDiskFiles(join(dataFolder, 'letter-keys')),
    };
  }
  await refuseVersions(s3);
  return {
    letters: createS3Files({ ...s3, prefix: `${s3.prefix}letters/` }),
    keys: createS3Files({ ...s3, prefix: `${s3.prefix}letter-keys/` }),
  };
}
