#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(plate_check::router()).await
}
