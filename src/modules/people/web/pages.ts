// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page } from '../../../kernel/page.ts';
import type { IdentityProvider } from '../rules/identity-provider.ts';
import { administrationPage } from './administration-page.tsx';
import { againEndpoint, againPage } from './again-page.tsx';
import { demoSignInEndpoint } from './demo-people.tsx';
import { exclusionsPage, newExclusionPage } from './exclusions-page.tsx';
import { explainPage } from './explain-page.tsx';
import { grantsPage } from './grants-page.tsx';
import { importPage, importPreviewEndpoint, importTemplateEndpoint } from './import-page.tsx';
import { endSessionsEndpoint, mePage } from './me-page.tsx';
import { newPersonPage } from './new-person-page.tsx';
import { newOpeningPage, openingsPage } from './openings-page.tsx';
import { organisationPage } from './organisation-page.tsx';
import { passkeyEndpoints } from './passkeys.ts';
import { personPage } from './person-page.tsx';
import { personsPage } from './persons-page.tsx';
import { recentGrantsPage } from './recent-grants-page.tsx';
import { representEndpoint } from './represent.ts';
import { rolePage, rolesPage } from './roles-page.tsx';
import { setupEndpoint, setupPage } from './setup-page.tsx';
import { signInCodeEndpoint, signInCodePage } from './sign-in-code-page.tsx';
import { oidcEndpoints } from './sign-in-oidc.ts';
import { signInEndpoint, signInPage, signOutEndpoint } from './sign-in-page.tsx';
import { substitutionsPage } from './substitutions-page.tsx';
import { unitPage } from './unit-page.tsx';
import { welcomeEndpoint, welcomePage } from './welcome-page.tsx';

/** All pages and routes of the module. The identity provider is asked for with every request: it is the operator's setting. */
export function webOf(provider: () => IdentityProvider | undefined): { pages: readonly Page[]; endpoints: readonly Endpoint[] } {
  const [signIn, again] = [signInPage(provider), againPage(provider)];
  return {
    pages: [
      signIn,
      signInCodePage,
      again,
      welcomePage,
      setupPage,
      mePage,
      administrationPage,
      organisationPage,
      unitPage,
      personsPage,
      newPersonPage,
      personPage,
      substitutionsPage,
      grantsPage,
      rolesPage,
      rolePage,
      explainPage,
      recentGrantsPage,
      exclusionsPage,
      newExclusionPage,
      openingsPage,
      newOpeningPage,
      importPage,
    ],
    endpoints: [
      signInEndpoint(signIn),
      signInCodeEndpoint,
      againEndpoint(again),
      demoSignInEndpoint,
      ...oidcEndpoints(provider, signIn),
      ...passkeyEndpoints,
      signOutEndpoint,
      welcomeEndpoint,
      setupEndpoint,
      endSessionsEndpoint,
      representEndpoint,
      importPreviewEndpoint,
      importTemplateEndpoint,
    ],
  };
}
