// Passkeys: asks the device and puts its answer into the form, which is then sent like any other. Without this file, or where
// a browser knows no passkeys, the form stays hidden and the other ways remain.
"use strict";
(() => {
  const decoded = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const encoded = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = (list) => (list ?? []).map((key) => ({ ...key, id: decoded(key.id) }));

  const asked = async (form) => {
    const answer = await fetch(form.dataset.passkey, {
      method: "POST",
      body: new URLSearchParams({ [form.dataset.csrf]: form.elements[form.dataset.csrf].value }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const create = async (options) => {
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: decoded(options.challenge),
        user: { ...options.user, id: decoded(options.user.id) },
        excludeCredentials: keys(options.excludeCredentials),
      },
    });
    return {
      clientDataJSON: encoded(credential.response.clientDataJSON),
      attestationObject: encoded(credential.response.attestationObject),
      transports: credential.response.getTransports?.() ?? [],
      of: credential,
    };
  };

  const get = async (options) => {
    const credential = await navigator.credentials.get({
      publicKey: { ...options, challenge: decoded(options.challenge), allowCredentials: keys(options.allowCredentials) },
    });
    return {
      clientDataJSON: encoded(credential.response.clientDataJSON),
      authenticatorData: encoded(credential.response.authenticatorData),
      signature: encoded(credential.response.signature),
      userHandle: credential.response.userHandle ? encoded(credential.response.userHandle) : undefined,
      of: credential,
    };
  };

  const send = async (form) => {
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const { id, options } = await asked(form);
      const { of, ...response } = await (form.dataset.adds ? create(options) : get(options));
      form.elements.challenge.value = id;
      form.elements.credential.value = JSON.stringify({
        id: of.id,
        rawId: encoded(of.rawId),
        type: of.type,
        response,
        clientExtensionResults: {},
        authenticatorAttachment: of.authenticatorAttachment ?? undefined,
      });
      form.submit();
    } catch {
      failed.hidden = false;
    }
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    document.querySelectorAll("[data-no-passkey]").forEach((words) => (words.hidden = true));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      send(form);
    });
  }
})();
