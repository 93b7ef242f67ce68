export default {
  not_found: 'This record is not here, or belongs to another organisation.',
  not_allowed: 'Your role does not allow this step.',
  changed_meanwhile: 'Someone changed this in the meantime. Look at what is there now, then repeat your step.',
  already_done: 'This was already done: the same form was sent twice.',
  api: {
    sign_in: 'Sign in first: this address wants the session of a signed-in person.',
    not_json: 'Send one JSON object with Content-Type: application/json.',
    too_large: 'This request is too large.',
  },
  notFound: {
    title: 'This page is not here',
    body: 'The address may be mistyped, or the record belongs to another organisation or was removed.',
    action: 'Go to my work',
  },
  forbidden: {
    title: 'Your role does not allow this',
    body: 'Ask an administrator of your organisation for the role you need, or go back to what you can see.',
    action: 'Go to my work',
  },
  conflict: {
    title: 'Changed in the meantime',
    body: 'Someone else changed this record after you opened it. Open it again to see what is there now, then repeat your step.',
    action: 'Open it again',
  },
  expired: {
    title: 'This link no longer works',
    body: 'It has expired, was used or was withdrawn. A newer message may carry a newer link; else ask the sender for one.',
    action: 'Go to sign-in',
  },
  signedOut: {
    title: 'You were signed out',
    body: 'Sign in, then repeat your step.',
    action: 'Sign in',
    kept: 'Your session ended before the form arrived. What you entered is kept on this page: sign in in a new tab, come back here and send it again.',
    files: 'A chosen file cannot be kept. Choose it again when the form asks for it.',
    signIn: 'Sign in in a new tab',
    send: 'Send again',
  },
  invalid: {
    title: 'This request could not be read',
    body: 'Something in the address or the form is not as expected. Go back and try again; what you typed is still there.',
    action: 'Go back',
  },
  tooMany: {
    title: 'Too many tries',
    body: 'Wait a minute, then try again.',
    action: 'Try again',
  },
  unavailable: {
    title: 'Not available right now',
    body: 'The database or a part of the service does not answer. Nothing saved is lost; try again in a moment.',
    action: 'Try again',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    body: 'The step was not carried out. Try again; if it fails once more, give your administrator the request number below.',
    action: 'Try again',
  },
  offline: {
    title: 'No connection',
    body: 'The server could not be reached. Check the network, then try again; nothing saved is lost.',
    action: 'Try again',
  },
  request: 'Request',
} as const
