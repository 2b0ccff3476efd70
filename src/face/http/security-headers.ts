import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing from elsewhere, nothing inline, nothing framed. The page keeps to it, and letters' texts are never markup.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  },
};

/** Headers of every answer. */
export function securityHeaders(): readonly RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Permissions-Policy', 'geolocation=(), microphone=(), payment=(), usb=()');
      next();
    },
  ];
}

/** For things shown by themselves that came from people: nothing in them may run, load or ask. */
export const sandboxed = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
