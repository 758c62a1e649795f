// Runs in CloudFront before the site's bucket is asked. The pages are one document with
// paths of its own (/profile, /accounts/x): a path whose last part is no file name gets
// that document. Anything with a dot is a file and stays a 404 when it is missing, so
// that an old page's script never receives HTML.
function handler(event) {
  var request = event.request;
  var lastPart = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (lastPart.indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
