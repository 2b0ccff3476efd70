import { defineConfig } from 'vite';

/**
 * The pages' scripts, one for each kind of page and language, and their style. A script's name changes with its
 * content; the manifest tells the server which is which and what it imports.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/client',
    emptyOutDir: true,
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: false,
    manifest: 'manifest.json',
    rollupOptions: {
      input: Object.fromEntries(
        ['page-en', 'page-fr', 'workspace-en', 'workspace-fr'].map((name) => [name, `src/face/web/client/${name}.ts`]),
      ),
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: 'page[extname]',
      },
    },
  },
});
