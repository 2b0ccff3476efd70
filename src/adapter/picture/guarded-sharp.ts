import sharp from 'sharp';

// An SVG named .png burns ten seconds of processor time, and libvips reads dozens of formats that no letter comes in.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadTiffBuffer',
  ],
});
sharp.concurrency(1);
sharp.cache(false);

/** The picture library, with all but four kinds of pictures switched off, one thread and no memory of earlier letters. */
export { sharp as guardedSharp };
