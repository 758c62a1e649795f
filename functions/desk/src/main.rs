#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(desk::router()).await
}
