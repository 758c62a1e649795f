//! S3: the documents bucket, a folder of files.

use crate::StartError;
use crate::access::Access;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use std::path::Path;
use tower::ServiceExt;

/// Makes the bucket in `folder` and answers as S3 does.
pub(crate) fn router(folder: &Path, bucket: &str, access: &Access) -> Result<Router, StartError> {
    std::fs::create_dir_all(folder.join(bucket)).map_err(|error| StartError::folder(folder, error))?;
    let files = s3s_fs::FileSystem::new(folder).map_err(|error| StartError::Documents(format!("{error:?}")))?;
    let mut service = S3ServiceBuilder::new(files);
    service.set_auth(SimpleAuth::from_single(access.id.clone(), access.secret.clone()));
    let service = service.build();
    Ok(Router::new().fallback(move |request: Request| answer(service.clone(), request)))
}

async fn answer(service: S3Service, request: Request) -> Response {
    match service.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => {
            tracing::error!(?error, "the documents' engine gave no answer");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
