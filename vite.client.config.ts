import { defineConfig } from 'vite';

/** The pages' script and style, under fixed names: the server adds a version to their addresses. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/client',
    emptyOutDir: true,
    sourcemap: false,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      input: { page: 'src/face/web/client.tsx', workspace: 'src/face/web/workspace-client.tsx' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared.js', assetFileNames: 'page[extname]' },
    },
  },
});
